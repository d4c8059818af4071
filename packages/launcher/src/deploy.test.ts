import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { validate as lintDockerfile } from 'dockerfile-utils';
import { parse, parseAllDocuments } from 'yaml';
import { readConfig } from './config/config.ts';
import { TMF_APIS } from './config/file.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const CHART = 'deploy/helm/faceplate';
const RENDERED = ['deploy/helm/rendered/default.yaml', 'deploy/helm/rendered/everything.yaml'] as const;

interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string };
  data: Record<string, string>;
  spec: {
    replicas: number;
    template: { spec: PodSpec };
  };
}
interface PodSpec {
  terminationGracePeriodSeconds: number;
  automountServiceAccountToken: boolean;
  securityContext: { runAsNonRoot: boolean };
  containers: {
    env: { name: string; value: string }[];
    securityContext: Record<string, unknown>;
    readinessProbe: { httpGet: { path: string } };
    livenessProbe: { httpGet: { path: string } };
    lifecycle: { preStop: { exec: { command: string[] } } };
  }[];
}

const manifests = (path: string) => parseAllDocuments(read(path)).map((document) => document.toJS() as Manifest);
const ofKind = (kind: string): Manifest => {
  const found = manifests(RENDERED[0]).find((one) => one.kind === kind);
  assert.ok(found, kind);
  return found;
};

/** Of every file of the chart that makes manifests, and of the values the second rendering adds. */
function chartDigest(): string {
  const digest = createHash('sha256');
  const files = [`${CHART}/Chart.yaml`, `${CHART}/values.yaml`, 'deploy/helm/rendered/everything.values.yaml', ...globSync(`${CHART}/templates/*`, { cwd: root }).toSorted()];
  for (const file of files) digest.update(read(file));
  return digest.digest('hex');
}

test('the container file is without a finding, and ends as nobody special', () => {
  const text = read('Dockerfile');
  assert.deepEqual(lintDockerfile(text), []);
  assert.match(text, /^USER 10001:10001$/m);
  // What is not pinned is another image tomorrow.
  assert.match(text, /^ARG NODE_IMAGE=node:\d+\.\d+\.\d+-\w+-slim$/m);
});

test('the chart\'s values fit its schema, and wrong ones do not', () => {
  const fits = new Ajv({ strict: false }).compile(JSON.parse(read(`${CHART}/values.schema.json`)) as object);
  const values = parse(read(`${CHART}/values.yaml`)) as Record<string, unknown>;
  assert.ok(fits(values), JSON.stringify(fits.errors));
  for (const wrong of [{ publicUrl: 'http://selfcare.example' }, { drainSeconds: 9 }, { secretName: '' }, { replicas: 3 }, { terminationGracePeriodSeconds: 5 }]) {
    assert.ok(!fits({ ...values, ...wrong }), JSON.stringify(wrong));
  }
});

test('what was rendered was rendered from these templates', () => {
  for (const path of RENDERED) assert.match(read(path), new RegExp(`^# of ${chartDigest()}$`, 'm'), `${path}: render anew, as docs/guides/scale.md says`);
});

test('every manifest is one of Kubernetes', async () => {
  for (const manifest of RENDERED.flatMap(manifests)) {
    // Of the Prometheus operator, which has its own definitions.
    if (manifest.kind === 'ServiceMonitor') continue;
    const models = (await import(`kubernetes-models/${manifest.apiVersion}`)) as Record<string, new (of: Manifest) => { validate(): void }>;
    const Model = models[manifest.kind];
    assert.ok(Model, manifest.kind);
    assert.doesNotThrow(() => new Model(manifest).validate(), manifest.kind);
  }
});

test('a process is let go in its time, and can do nothing it need not', () => {
  const { spec } = ofKind('Deployment');
  const pod = spec.template.spec;
  const [container] = pod.containers;
  assert.ok(container);
  const wait = Number(container.lifecycle.preStop.exec.command[1]);
  // A stop takes ten seconds at most.
  assert.ok(pod.terminationGracePeriodSeconds >= wait + 10);
  assert.ok(spec.replicas >= 2);
  assert.equal(pod.securityContext.runAsNonRoot, true);
  assert.equal(pod.automountServiceAccountToken, false);
  assert.deepEqual(container.securityContext, { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } });
  assert.deepEqual([container.livenessProbe.httpGet.path, container.readinessProbe.httpGet.path], ['/healthz', '/readyz']);
});

test('the product starts in production with what the chart gives it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'faceplate-chart-'));
  try {
    const file = join(folder, 'faceplate.yaml');
    writeFileSync(file, ofKind('ConfigMap').data['faceplate.yaml'] ?? '');
    const [container] = ofKind('Deployment').spec.template.spec.containers;
    const env = Object.fromEntries((container?.env ?? []).map(({ name, value }) => [name, value]));
    const secrets = { DATABASE_URL: 'postgres://db.example/faceplate', TMF_TOKEN: 'a-token-of-its-own', IDP_CLIENT_SECRET: 'secret', SESSION_KEY_1: 'A'.repeat(43) };
    const config = readConfig({ ...env, ...secrets, FACEPLATE_CONFIG: file }, folder);
    assert.equal(config.production, true);
    assert.equal(config.drainSeconds, 4);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the Canvas is told of exactly the APIs that are asked', () => {
  const { spec } = parse(read('deploy/oda/faceplate.component.yaml')) as { spec: { coreFunction: { dependentAPIs: { id: string }[] } } };
  assert.deepEqual(spec.coreFunction.dependentAPIs.map(({ id }) => id), [...TMF_APIS]);
});

test('the Canvas is told of services and ports that the chart has', () => {
  const component = parse(read('deploy/oda/faceplate.component.yaml')) as { spec: Record<string, { exposedAPIs?: { implementation: string; port: number }[] }> };
  const services = manifests(RENDERED[0]).filter(({ kind }) => kind === 'Service') as unknown as { metadata: { name: string }; spec: { ports: { port: number }[] } }[];
  const there = services.flatMap(({ metadata, spec }) => spec.ports.map(({ port }) => `${metadata.name}:${port}`));
  const told = Object.values(component.spec).flatMap(({ exposedAPIs = [] }) => exposedAPIs.map(({ implementation, port }) => `${implementation}:${port}`));
  assert.deepEqual(told, there);
});
