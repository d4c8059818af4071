/** Ways to write an address of this machine. */
const LOOPBACK = [
  '127.0.0.1', '127.1', '127.0.1', '2130706433', '0x7f000001', '0x7f.1', '0X7F.0x0.0.0x1', '0177.0.0.1', '017700000001', '0177.1', '127.0.0.1.', '127.000.000.001', '127.0.0.2', '127.255.255.254', '0', '0.0.0.0', '0x0', '00.0',
  '１２７.０.０.１', '①②⑦.⓪.⓪.①', '127。0。0。1', '127．0．0．1', '127%2e0%2e0%2e1', '%31%32%37.0.0.1', '127.0.0.1%00',
  'localhost', 'LOCALHOST', 'localhost.', 'ⓛⓞⓒⓐⓛⓗⓞⓢⓣ', 'loc\u00adalhost', 'foo.localhost', 'ip6-localhost', 'ℓocalhost',
  '[::1]', '[0:0:0:0:0:0:0:1]', '[0000:0000:0000:0000:0000:0000:0000:0001]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]', '[::ffff:0:127.0.0.1]', '[64:ff9b::7f00:1]', '[64:ff9b:1::7f00:1]', '[2002:7f00:1::]', '[2001:0:7f00:1::]', '[::1%25lo]',
];

/** Addresses of other people's closed networks (RFC 6890), and of what a cloud tells its machines. */
const CLOSED = [
  '10.0.0.1', '10.255.255.255', '012.0.0.1', '172.16.0.1', '172.31.255.254', '192.168.0.1', '192.168.255.255', '0xc0.168.1', '169.254.169.254', '2852039166', '0xa9fea9fe', '0251.0376.0251.0376', '169.254.43518', '100.64.0.1', '100.100.100.200', '100.127.255.255',
  '192.0.0.1', '192.0.0.192', '192.0.2.1', '198.18.0.1', '198.19.255.255', '198.51.100.1', '203.0.113.1', '224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255',
  '[fe80::1]', '[fe80::1%25eth0]', '[fec0::1]', '[fc00::1]', '[fd12:3456::1]', '[fd00:ec2::254]', '[ff02::1]', '[100::1]', '[2001:db8::1]', '[::ffff:10.0.0.1]', '[::ffff:a9fe:a9fe]', '[64:ff9b::a9fe:a9fe]', '[2002:a9fe:a9fe::]',
  'metadata.google.internal', 'kubernetes.default.svc', 'host.docker.internal',
];

/** What is read differently by those who do not read addresses as browsers do. */
const TRICKS = (port: number): readonly string[] => [
  `https://good.example@127.0.0.1:${port}`, `https://good.example:443@127.0.0.1:${port}`, `https://good.example%40127.0.0.1:${port}`, `https://127.0.0.1:${port}#@good.example`, `https://127.0.0.1:${port}?@good.example`, `https://127.0.0.1:${port}/@good.example`,
  `https://127.0.0.1:${port}\\@good.example`, `https://good.example\\@127.0.0.1:${port}`, `https:127.0.0.1:${port}`, `https:/127.0.0.1:${port}`, `https:///127.0.0.1:${port}`, `https:\\\\127.0.0.1:${port}`, `//127.0.0.1:${port}`, `127.0.0.1:${port}`, `/x`, '',
  ` https://127.0.0.1:${port}`, `https://127.0.0.1:${port}\n`, `ht\ttps://127.0.0.1:${port}`, `https://127.0.\n0.1:${port}`, `https://127.0.0.1:${port}\r\nX-A: b`, `https://127.0.0.1:${port}/%0d%0aX-A:%20b`, `https://127.0.0.1\u0000.good.example:${port}`, `https://good.example\r\n@127.0.0.1:${port}`,
  `https://127.0.0.1:0${port}`, `https://127.0.0.1:${port}:443`, 'https://127.0.0.1:99999', 'https://127.0.0.1:-1', `https://127.0.0.1:${port}/${'a'.repeat(3000)}`, `HTTPS://127.0.0.1:${port}`, `url:https://127.0.0.1:${port}`,
  ...['ftp', 'gopher', 'dict', 'ldap', 'ws', 'wss', 'tftp', 'sftp', 'unix', 'blob:https', 'jar:http', 'view-source:http'].map((scheme) => `${scheme}://127.0.0.1:${port}/`),
  'file:///etc/passwd', `file://127.0.0.1/etc/passwd`, 'data:application/json,{}', 'javascript:alert(1)', 'about:blank', 'mailto:eve@evil.example', 'urn:x:y',
];

/** Every form: over https, where the address alone is in question, and over http, which is refused for itself. */
export function callbackForms(ports: readonly number[]): string[] {
  const [port = 0] = ports;
  const hosts = [...LOOPBACK, ...CLOSED];
  const literal = hosts.flatMap((host, at) => ['https', 'http'].map((scheme) => `${scheme}://${host}:${ports[at % ports.length]}/tmf`));
  return [...literal, ...TRICKS(port)];
}

/** Only what leads to this machine itself: what the twin, which calls whatever it is told, may be told. */
export const own = (port: number): string[] => ['127.0.0.1', '0x7f.1', '2130706433', '0177.0.0.1', '[::ffff:7f00:1]', 'localhost', '①②⑦.⓪.⓪.①'].map((host) => `http://${host}:${port}/tmf`);

/** What a name server may answer for a name that looks like any other. */
export const ANSWERS: readonly (readonly string[])[] = [
  ...['127.0.0.1', '127.0.0.53', '0.0.0.0', '10.1.2.3', '172.20.0.1', '192.168.1.1', '169.254.169.254', '100.64.1.1', '192.0.0.8', '198.18.5.5', '224.0.0.251', '255.255.255.255', '240.9.9.9', '::1', '::', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:10.0.0.1', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fdff::1', 'ff02::1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001::1', '2001:db8::1', '100::1', 'fec0::1', '::127.0.0.1'].map((address) => [address]),
  ['192.88.99.1', '127.0.0.1'], ['127.0.0.1', '192.88.99.1'], ['2600::1', '::1'], ['2600::1', '10.0.0.1'], [], ['localhost'], ['127.1'], ['0x7f000001'], ['2130706433'], [''],
];
