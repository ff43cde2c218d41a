import { TermChoice, TermText, TermYesNo } from './TermFields.tsx';
import { FUNDER_CHOICES } from './terms.ts';
import type { TermsProps } from './terms-props.ts';

/** Who gives the money. */
export function FunderTerms({ source, isReadOnly, change }: TermsProps) {
  return (
    <>
      <TermText
        label="window.source-name"
        value={source.name}
        isReadOnly={isReadOnly}
        refuse={(text) => (text === '' ? 'window.source-name-needed' : null)}
        onChange={(name) => change({ name })}
      />
      <TermText
        label="window.source-funder"
        value={source.funder}
        isReadOnly={isReadOnly}
        onChange={(funder) => change({ funder })}
      />
      <TermChoice
        label="window.source-column-type"
        value={source.funderType}
        choices={FUNDER_CHOICES}
        isReadOnly={isReadOnly}
        onChange={(funderType) => change({ funderType })}
      />
      <TermYesNo
        label="window.term-competitive"
        value={source.competitive}
        isReadOnly={isReadOnly}
        onChange={(competitive) => change({ competitive })}
      />
    </>
  );
}
