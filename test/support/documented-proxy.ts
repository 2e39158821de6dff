import { readFileSync } from 'node:fs';

export interface ProxyAddresses {
  /** The instances, as URLs. */
  instances: readonly [string, string];
  /** Where the proxy listens. */
  port: number;
}

/** The only example in this language on docs/deployment.md, with these instances and this port. */
export function documentedProxy(
  language: 'nginx' | 'haproxy' | 'caddyfile',
  { instances, port }: ProxyAddresses,
): string {
  const page = readFileSync('docs/deployment.md', 'utf8');
  const examples = [...page.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\`$`, 'gm'))];
  if (examples.length !== 1) throw new Error(`the page has ${examples.length} examples in ${language}`);
  const [first, second] = instances.map((url) => new URL(url).host);
  return examples[0]![1]!
    .replaceAll('10.0.0.1:3000', first!)
    .replaceAll('10.0.0.2:3000', second!)
    .replace(
      /(listen |bind |^):?80\b/m,
      language === 'caddyfile' ? `http://127.0.0.1:${port}` : `$1127.0.0.1:${port}`,
    );
}
