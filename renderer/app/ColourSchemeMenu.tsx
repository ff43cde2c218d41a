import { ActionIcon, Menu, type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import type { PlainMessageId } from '#shared/messages/message.ts';
import { AutoIcon, DarkIcon, LightIcon } from './icons.tsx';
import { useSay } from './texts.ts';

const SCHEMES = ['auto', 'light', 'dark'] as const satisfies readonly MantineColorScheme[];
const LABELS = {
  auto: 'window.scheme-auto',
  light: 'window.scheme-light',
  dark: 'window.scheme-dark',
} as const satisfies Record<MantineColorScheme, PlainMessageId>;
const ICONS = { auto: AutoIcon, light: LightIcon, dark: DarkIcon } as const;

/** Light, dark, or as the system has it. */
export function ColourSchemeMenu() {
  const say = useSay();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Current = ICONS[colorScheme];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={say('window.scheme')} size="md">
          <Current />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(pickScheme(value))}>
          {SCHEMES.map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme}>
              {say(LABELS[scheme])}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

function pickScheme(value: string): MantineColorScheme {
  return SCHEMES.find((scheme) => scheme === value) ?? 'auto';
}
