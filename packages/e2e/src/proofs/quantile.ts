/** The value below which such a share of the values lies: 0.5 is the middle one. `NaN` of nothing, so that no bound holds. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? Number.NaN;
