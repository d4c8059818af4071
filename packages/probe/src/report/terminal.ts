import type { Report } from './schema.ts';

const SIGNS = { full: '● full', degraded: '◐ degraded', unknown: '? unknown', absent: '○ absent' } as const;

// oxlint-disable-next-line no-control-regex -- what could steer a terminal must not come through
const CONTROL = /[\u0000-\u001F\u007F-\u009F]/g;

/** Text as a terminal may be given it. */
const calm = (text: string): string => text.replaceAll(CONTROL, '');

const cut = (text: string, width: number): string => (text.length <= width ? text.padEnd(width) : `${text.slice(0, width - 1)}…`);

export function tally(report: Report, now?: boolean): string {
  const chosen = report.features.filter((feature) => now === undefined || feature.now === now);
  const count = (verdict: keyof typeof SIGNS) => chosen.filter((feature) => feature.verdict === verdict).length;
  return `${count('full')} full, ${count('degraded')} degraded, ${count('absent')} absent, ${count('unknown')} unknown`;
}

function apiLines({ apis }: Report): string[] {
  return apis.map(({ api, title, chosen, versions, older }) => {
    const standing = versions.map(({ version, standing }) => `${version} ${standing}`).join(', ');
    const base = versions.find(({ version }) => version === chosen)?.base;
    const where = base === undefined ? '' : new URL(base).pathname;
    return `  ${api}  ${cut(title, 27)} ${cut(standing + (older ? ', older there' : ''), 32)} ${where}`;
  });
}

function worst({ apis }: Report): string[] {
  return apis.flatMap(({ api, chosen, versions }) =>
    versions
      .filter(({ version }) => version === chosen)
      .flatMap(({ version, resources }) =>
        resources.flatMap(({ resource, findings }) =>
          findings.filter(({ severity }) => severity !== 'note').map(({ severity, says }) => `  ${severity === 'breaks' ? '✖' : '!'} ${api} ${version} ${resource}: ${says}`),
        ),
      ),
  );
}

function featureLines({ features }: Report): string[] {
  return features.flatMap(({ id, name, now, verdict, because, notices }) => {
    const head = `  ${cut(SIGNS[verdict], 11)} ${id}  ${now ? name : `${name} (not in Faceplate yet)`}`;
    const reasons = [...because, ...notices.map((notice) => `customers notice: ${notice}`)];
    return verdict === 'full' ? [head] : [head, ...reasons.map((reason) => `                  ${reason}`)];
  });
}

/** The report for a terminal: plain lines, no colour codes. */
export function terminalReport(report: Report): string {
  const found = worst(report);
  const lines = [
    `Faceplate probe of ${report.base}`,
    `${report.requests} requests in ${(report.milliseconds / 1000).toFixed(1)} s; nothing was changed.`,
    '',
    'APIs',
    ...apiLines(report),
    ...(found.length > 0 ? ['', 'Found', ...found] : []),
    '',
    'Features',
    ...featureLines(report),
    '',
    `Today’s features: ${tally(report, true)}.`,
    `All of the list:  ${tally(report)}.`,
  ];
  return lines.map(calm).join('\n');
}
