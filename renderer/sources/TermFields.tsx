import { NativeSelect, TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useFormats, useSay } from '#renderer/app/texts.ts';
import type { PlainMessageId } from '#shared/messages/message.ts';
import { readTypedDate } from './typed-date.ts';

/** The value of a choice that stands for "not known". */
const UNKNOWN = 'unknown';

type ChoiceProps<T extends string> = {
  readonly label: PlainMessageId;
  readonly value: T | null;
  readonly choices: readonly { readonly value: T; readonly label: PlainMessageId }[];
  readonly isReadOnly: boolean;
  /** What stands for no choice, where that is not "not known". */
  readonly unknown?: PlainMessageId;
  readonly onChange: (value: T | null) => void;
};

/** One of several terms, or not known. */
export function TermChoice<T extends string>(props: ChoiceProps<T>) {
  const { label, value, choices, isReadOnly, unknown, onChange } = props;
  const say = useSay();
  return (
    <NativeSelect
      label={say(label)}
      value={value ?? UNKNOWN}
      disabled={isReadOnly}
      data={[
        { value: UNKNOWN, label: say(unknown ?? 'window.not-known') },
        ...choices.map((choice) => ({ value: choice.value, label: say(choice.label) })),
      ]}
      onChange={(event) => {
        const chosen = choices.find((choice) => choice.value === event.currentTarget.value);
        onChange(chosen?.value ?? null);
      }}
    />
  );
}

const YES_NO = [
  { value: 'yes', label: 'window.yes' },
  { value: 'no', label: 'window.no' },
] as const;

type YesNoProps = {
  readonly label: PlainMessageId;
  readonly value: boolean | null;
  readonly isReadOnly: boolean;
  readonly onChange: (value: boolean | null) => void;
};

/** Yes, no, or not known. */
export function TermYesNo({ value, onChange, ...props }: YesNoProps) {
  return (
    <TermChoice
      {...props}
      choices={YES_NO}
      value={value === null ? null : value ? 'yes' : 'no'}
      onChange={(answer) => onChange(answer === null ? null : answer === 'yes')}
    />
  );
}

type TextProps = {
  readonly label: PlainMessageId;
  readonly value: string;
  readonly isReadOnly: boolean;
  /** The sentence about a text that cannot be taken; null when it can. */
  readonly refuse?: (text: string) => PlainMessageId | null;
  readonly placeholder?: PlainMessageId;
  readonly onChange: (text: string) => void;
};

/** A term as text, taken when the person leaves the field or presses Enter; Esc brings the old one back. */
export function TermText(props: TextProps) {
  // The field starts anew when the term changes from outside, as by undo.
  return <TermTextField key={props.value} {...props} />;
}

function TermTextField({ label, value, isReadOnly, refuse, placeholder, onChange }: TextProps) {
  const say = useSay();
  const [text, setText] = useState(value);
  const [isLeft, setIsLeft] = useState(false);
  const refusal = text.trim() === value ? null : (refuse?.(text.trim()) ?? null);
  const take = () => {
    setIsLeft(true);
    if (refusal === null && text.trim() !== value) onChange(text.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') take();
    if (event.key !== 'Escape' || text === value) return;
    event.stopPropagation();
    setText(value);
  };
  return (
    <TextInput
      label={say(label)}
      value={text}
      disabled={isReadOnly}
      placeholder={placeholder === undefined ? '' : say(placeholder)}
      error={isLeft && refusal !== null ? say(refusal) : null}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={onKeyDown}
    />
  );
}

type DateProps = {
  readonly label: PlainMessageId;
  readonly value: string | null;
  readonly isReadOnly: boolean;
  readonly onChange: (date: string | null) => void;
};

/** A date as it is written in the plan's locale, or not known while the field is empty. */
export function TermDate({ value, onChange, ...props }: DateProps) {
  const { locale, date } = useFormats();
  return (
    <TermText
      {...props}
      value={value === null || value === '' ? '' : date(value)}
      placeholder="window.not-known"
      refuse={(text) => (text === '' || readTypedDate(text, locale) !== null ? null : 'window.date-wrong')}
      onChange={(text) => {
        const typed = readTypedDate(text, locale);
        if (typed !== value) onChange(typed);
      }}
    />
  );
}
