/** A promise of service that stands behind a value: hours, share of counted time, per cent of a month's price. */
interface ServicePromise {
  respond: number;
  restore: number;
  hours: string;
  availability: number;
  credit: number;
}

/** One thing that can be chosen of an offering; the first value is what it comes with. */
export interface ChoiceOf {
  name: string;
  about: string;
  values: readonly { value: string; /** Cents a month, VAT included. */ extra?: number; promise?: ServicePromise }[];
}

export const COLOURS: ChoiceOf = { name: 'Colour', about: 'It is the same phone in each.', values: [{ value: 'Black' }, { value: 'Silver' }, { value: 'Sand' }] };

export const CASE: ChoiceOf = { name: 'Case', about: 'Goes around the phone and breaks its falls.', values: [{ value: 'None' }, { value: 'Soft', extra: 100 }, { value: 'Leather', extra: 250 }] };

/** A card comes by mail; a profile over the air, which its owner activates (F21). */
export const SIM: ChoiceOf = { name: 'SIM', about: 'A card comes by mail. An eSIM is there at once, if your device takes one.', values: [{ value: 'Card' }, { value: 'eSIM' }] };

/** For what no card fits into. */
export const ONLY_ESIM: ChoiceOf = { ...SIM, about: 'An eSIM is there at once. Your device must take one.', values: [{ value: 'eSIM' }] };

/** Help when a line fails (F11). What is promised beyond the first is paid for. */
export const serviceLevels = (availability: number): ChoiceOf => ({
  name: 'Service level',
  about: 'How soon somebody is at work on it when the line fails, and what you get back if we are late.',
  values: [
    { value: 'Standard', promise: { respond: 8, restore: 48, hours: 'Monday to Friday, 8:00 to 18:00', availability, credit: 10 } },
    { value: 'Advanced', extra: 2975, promise: { respond: 2, restore: 8, hours: 'Every day, 6:00 to 22:00', availability, credit: 15 } },
    { value: 'Premium', extra: 8925, promise: { respond: 1, restore: 4, hours: 'Every day, around the clock', availability: Math.max(availability, 0.9995), credit: 25 } },
  ],
});

const hours = (amount: number) => ({ amount, units: 'hours' });

/** As TMF620 has it; `promise` is an extension. */
export function choiceUse({ name, about, values }: ChoiceOf) {
  return {
    name,
    description: about,
    valueType: 'string',
    minCardinality: 1,
    maxCardinality: 1,
    productSpecCharacteristicValue: values.map(({ value, promise }, index) => ({
      value,
      isDefault: index === 0,
      ...(promise && {
        promise: {
          respondWithin: hours(promise.respond),
          restoreWithin: hours(promise.restore),
          serviceHours: promise.hours,
          availability: promise.availability,
          creditPercent: promise.credit,
        },
      }),
    })),
  };
}
