import { parseArgs } from 'node:util';
import { openDatabase } from '@faceplate/bss/node';
import type { Anchor, Fault } from '@faceplate/gateway';
import { openAudit } from './audit.ts';
import { readConfig } from './config/config.ts';
import { openKept } from './data/kept.ts';

const WORDS: Record<Fault['what'], string> = {
  altered: 'is not as it was written',
  missing: 'is missing',
  added: 'does not belong there',
  'cut-off': 'and those before it are missing at the end',
  'head-altered': 'is not where the chain was left: its end was changed',
  'head-missing': 'the head of the chain is missing',
  'other-history': 'is not the record that the log names',
};

function anchorOf(text: string): Anchor {
  const [, seq, hash] = /^(\d+):(\S+)$/.exec(text) ?? [];
  if (seq === undefined || hash === undefined) throw new Error(`--anchor must be as the log has it, 120:k1.…, not ${text}`);
  return { seq: Number(seq), hash };
}

/** `node … verify-audit.ts [--anchor 120:k1.…]…`, with the product's own settings: is the audit trail as it was written? */
async function verify(): Promise<number> {
  const { values } = parseArgs({ options: { anchor: { type: 'string', multiple: true, default: [] } } });
  const anchors = values.anchor.map(anchorOf);
  const config = readConfig(process.env, process.cwd());
  const { databaseUrl, dataFolder } = config;
  const database = await openDatabase(databaseUrl === undefined ? { dataFolder } : { databaseUrl });
  try {
    const audit = await openAudit({ database, kept: await openKept(database), keys: config.audit.keys });
    const { records, pruned, faults } = await audit.verify(anchors);
    const { seq, hash } = await audit.anchor();
    for (const { seq: at, what } of faults) console.log(`record ${at} ${WORDS[what]}`);
    console.log(`${records} records, ${pruned} past their time removed, ${faults.length === 0 ? 'sound' : 'NOT SOUND'}; anchor ${seq}:${hash}`);
    return faults.length === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
}

process.exitCode = await verify().catch((error: unknown) => {
  console.error(`verify-audit: ${error instanceof Error ? error.message : String(error)}`);
  return 2;
});
