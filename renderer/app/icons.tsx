import type { ReactNode } from 'react';

type IconProps = { readonly size?: number };

function makeIcon(drawing: ReactNode) {
  return function Icon({ size = 16 }: IconProps) {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
      >
        {drawing}
      </svg>
    );
  };
}

export const PlanIcon = makeIcon(<path d="M2 3.5h12v9H2zM2 6.5h12M6 6.5v6M10 6.5v6" />);
export const SourcesIcon = makeIcon(
  <path d="M2.5 4.5c0-1.1 2.5-2 5.5-2s5.5.9 5.5 2-2.5 2-5.5 2-5.5-.9-5.5-2zM2.5 4.5V8c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2V4.5M2.5 8v3.5c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2V8" />,
);
export const HistoryIcon = makeIcon(
  <path d="M2.5 8a5.5 5.5 0 1 0 1.8-4.1M2.3 2.5v2.8h2.8M8 5v3.2l2.2 1.3" />,
);
export const UndoIcon = makeIcon(<path d="M5.5 3 2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8H7" />);
export const RedoIcon = makeIcon(<path d="m10.5 3 3 3-3 3M13.5 6h-7a4 4 0 0 0 0 8H9" />);
export const ChevronIcon = makeIcon(<path d="m4.5 6.5 3.5 3.5 3.5-3.5" />);
export const SwapIcon = makeIcon(<path d="M5 2.5 2.5 5 5 7.5M2.5 5h11M11 8.5l2.5 2.5-2.5 2.5M13.5 11h-11" />);
export const CloseIcon = makeIcon(<path d="m4 4 8 8M12 4l-8 8" />);
export const PlusIcon = makeIcon(<path d="M8 3v10M3 8h10" />);
export const ImportIcon = makeIcon(<path d="M8 2.5v7.5M5 7l3 3 3-3M2.5 10.5v3h11v-3" />);
export const FolderIcon = makeIcon(<path d="M2 12.5v-9h4l1.5 2H14v7z" />);
export const FileIcon = makeIcon(<path d="M4 2h5.5L13 5.5V14H4zM9.5 2v3.5H13" />);
export const LightIcon = makeIcon(
  <path d="M8 5.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6zM8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M3.4 12.6l.7-.7M11.9 4.1l.7-.7" />,
);
export const DarkIcon = makeIcon(<path d="M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7z" />);
export const AutoIcon = makeIcon(<path d="M2 3h12v8H2zM5.5 13.5h5M8 11v2.5" />);
export const PassIcon = makeIcon(<path d="m3 8.5 3.5 3.5L13 4.5" strokeWidth="2" />);
export const AttentionIcon = makeIcon(<path d="M8 2.5 14.5 13.5h-13zM8 6.5v3.2M8 11.7v.1" />);
export const FailIcon = makeIcon(
  <path d="M5.3 1.8h5.4l3.5 3.5v5.4l-3.5 3.5H5.3l-3.5-3.5V5.3zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4" />,
);
export const UnknownIcon = makeIcon(
  <path d="M5.5 6a2.5 2.5 0 1 1 3.6 2.2C8.3 8.6 8 9.1 8 10M8 12.6v.1" strokeWidth="1.8" />,
);
export const NotApplicableIcon = makeIcon(<path d="M3.5 8h9" strokeWidth="2" />);
