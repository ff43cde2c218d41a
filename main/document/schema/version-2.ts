/**
 * The tables of a plan file, version 2. Whoever opens the file with a SQLite tool reads this text: amounts are whole
 * minor units of the plan's currency (pence, cents, yen), dates ISO, a missing amount row is a blank, which is not 0.
 * `rank` orders rows with gaps, so that a row can be put between two others without touching them.
 * docs/file-format.md describes every column.
 */
export const SCHEMA_2 = `
CREATE TABLE document (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  seq INTEGER NOT NULL CHECK (seq >= 0),
  hash TEXT NOT NULL,
  writer TEXT,
  made_at TEXT NOT NULL,
  made_with TEXT NOT NULL
) STRICT;
CREATE TABLE plan (
  id TEXT PRIMARY KEY NOT NULL,
  title TEXT NOT NULL,
  place TEXT NOT NULL,
  currency TEXT NOT NULL,
  locale TEXT NOT NULL,
  as_of TEXT NOT NULL,
  calendar TEXT NOT NULL,
  price_basis TEXT NOT NULL,
  price_index TEXT NOT NULL,
  bridging_reserve INTEGER NOT NULL,
  profile TEXT NOT NULL,
  thresholds TEXT NOT NULL,
  assumptions TEXT NOT NULL,
  objectives TEXT NOT NULL,
  places TEXT NOT NULL,
  themes TEXT NOT NULL,
  reviews TEXT NOT NULL,
  exchanges TEXT NOT NULL,
  outturn TEXT NOT NULL,
  holds TEXT NOT NULL,
  virements TEXT NOT NULL,
  stated_totals TEXT NOT NULL
) STRICT;
CREATE TABLE years (
  year TEXT PRIMARY KEY NOT NULL,
  rank INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE lines (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  rank INTEGER NOT NULL,
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  programme TEXT NOT NULL,
  place TEXT,
  kind TEXT NOT NULL,
  recurring INTEGER CHECK (recurring IN (0, 1)),
  stage TEXT,
  asset_type TEXT,
  mitigation TEXT NOT NULL,
  makes_asset INTEGER CHECK (makes_asset IN (0, 1)),
  completion_year TEXT,
  running_cost_line TEXT,
  nil_running_cost TEXT NOT NULL,
  deadline TEXT,
  contract_date TEXT,
  owner TEXT NOT NULL,
  objectives TEXT NOT NULL,
  themes TEXT NOT NULL,
  is_evaluation INTEGER NOT NULL CHECK (is_evaluation IN (0, 1)),
  exit_note TEXT NOT NULL,
  evidence TEXT NOT NULL,
  indicators TEXT NOT NULL
) STRICT;
CREATE TABLE sources (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  rank INTEGER NOT NULL,
  name TEXT NOT NULL,
  funder TEXT NOT NULL,
  funder_type TEXT,
  competitive INTEGER CHECK (competitive IN (0, 1)),
  spending_window TEXT NOT NULL,
  award_date TEXT,
  payment TEXT NOT NULL,
  ring_fence TEXT NOT NULL,
  kind_limit TEXT,
  carry TEXT NOT NULL,
  match_share TEXT,
  one_off INTEGER CHECK (one_off IN (0, 1)),
  next_gateway TEXT,
  taper TEXT NOT NULL,
  conditions_recorded INTEGER CHECK (conditions_recorded IN (0, 1)),
  movable_share TEXT
) STRICT;
CREATE TABLE allocations (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  rank INTEGER NOT NULL,
  line TEXT NOT NULL,
  source TEXT NOT NULL,
  match_for TEXT
) STRICT;
CREATE TABLE amounts (
  owner INTEGER NOT NULL,
  measure TEXT NOT NULL CHECK (measure IN ('need', 'actual', 'risk', 'bias', 'award', 'drawn', 'allocation')),
  year TEXT NOT NULL,
  minor INTEGER NOT NULL CHECK (minor BETWEEN -999999999999999 AND 999999999999999),
  origin INTEGER NOT NULL CHECK (origin >= 0),
  PRIMARY KEY (owner, measure, year)
) STRICT, WITHOUT ROWID;
CREATE TABLE certainty (
  source INTEGER NOT NULL,
  year TEXT NOT NULL,
  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 4),
  PRIMARY KEY (source, year)
) STRICT, WITHOUT ROWID;
CREATE TABLE comments (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  made_on TEXT NOT NULL,
  text TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  reply_to TEXT,
  resolved INTEGER CHECK (resolved IN (0, 1))
) STRICT;
CREATE TABLE acceptances (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  check_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  value TEXT,
  state TEXT NOT NULL,
  withdraws TEXT
) STRICT;
CREATE TABLE sign_offs (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  robustness TEXT NOT NULL,
  reserves TEXT NOT NULL,
  digest TEXT NOT NULL,
  previous TEXT,
  withdraws TEXT
) STRICT;
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('edit', 'undo', 'redo')),
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  hash TEXT NOT NULL,
  undoes INTEGER REFERENCES journal (seq),
  undone_by INTEGER REFERENCES journal (seq),
  years_before TEXT,
  summary TEXT NOT NULL,
  edit BLOB NOT NULL,
  inverse BLOB
) STRICT;
CREATE INDEX journal_open ON journal (seq) WHERE undone_by IS NULL AND inverse IS NOT NULL;
CREATE INDEX journal_years ON journal (seq) WHERE years_before IS NOT NULL;
CREATE INDEX journal_people ON journal (who);
CREATE TABLE journal_rows (
  kind TEXT NOT NULL CHECK (kind IN ('line', 'source')),
  id TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES journal (seq),
  changes BLOB,
  PRIMARY KEY (kind, id, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE imports (
  seq INTEGER PRIMARY KEY,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;
CREATE TABLE provenance (
  origin INTEGER PRIMARY KEY,
  import INTEGER NOT NULL REFERENCES imports (seq),
  sheet TEXT NOT NULL,
  cell TEXT NOT NULL,
  raw TEXT NOT NULL,
  rule TEXT NOT NULL
) STRICT;
CREATE TABLE versions (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('named', 'original', 'approved')),
  seq INTEGER NOT NULL,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  note TEXT NOT NULL,
  snapshot BLOB NOT NULL
) STRICT;
`;
