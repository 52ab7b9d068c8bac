-- The one file of the sending side. Times are UTC, ISO 8601; addresses stand as addresses.normalised writes them.
-- user_version (store.VERSION) is its version; every table is described in docs/architecture.md.

-- 'key': 32 random bytes for keyed hashes and tokens; 'opened': how often the file was opened, against copies of yesterday
CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value BLOB
);
-- NOCASE, since no mail host tells Jean@ from jean@; people.find also compares letters with accents
CREATE TABLE subscribers (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again, so that a link in an old letter means nobody else
    address TEXT UNIQUE NOT NULL COLLATE NOCASE,
    state TEXT NOT NULL CHECK (state IN ('pending', 'active', 'left', 'bounced')),
    since TEXT NOT NULL
);
CREATE INDEX subscribers_state ON subscribers (state, id);
CREATE TABLE consents (
    id INTEGER PRIMARY KEY,
    subscriber INTEGER NOT NULL REFERENCES subscribers ON DELETE CASCADE,
    at TEXT NOT NULL,
    source TEXT NOT NULL,
    wording TEXT NOT NULL
);
CREATE INDEX consents_subscriber ON consents (subscriber);
CREATE TABLE history (
    id INTEGER PRIMARY KEY,
    subscriber INTEGER NOT NULL REFERENCES subscribers ON DELETE CASCADE,
    at TEXT NOT NULL,
    what TEXT NOT NULL,
    detail TEXT NOT NULL DEFAULT ''
);
CREATE INDEX history_subscriber ON history (subscriber);
CREATE TABLE suppressions (
    hash BLOB PRIMARY KEY,
    at TEXT NOT NULL,
    why TEXT NOT NULL CHECK (why IN ('left', 'erased', 'bounced', 'complained'))
);
CREATE TABLE campaigns (
    key TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    message BLOB NOT NULL,
    digest BLOB NOT NULL,
    frozen TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('sending', 'paused', 'done')),
    why TEXT NOT NULL DEFAULT ''
);
CREATE TABLE recipients (
    campaign TEXT NOT NULL REFERENCES campaigns,
    address TEXT NOT NULL COLLATE NOCASE,
    subscriber INTEGER REFERENCES subscribers ON DELETE SET NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'dot', 'accepted', 'refused', 'deferred', 'ambiguous', 'excluded')),
    tries INTEGER NOT NULL DEFAULT 0,
    due TEXT,
    at TEXT,
    reply TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (campaign, address)
) WITHOUT ROWID;
CREATE INDEX recipients_state ON recipients (campaign, state, due);
CREATE INDEX recipients_subscriber ON recipients (subscriber);
CREATE INDEX recipients_address ON recipients (address);
-- One a message handed over, for the rate windows
CREATE TABLE transmissions (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    campaign TEXT NOT NULL
);
CREATE INDEX transmissions_at ON transmissions (at);
CREATE TABLE mailbox (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
CREATE TABLE bounces (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    address TEXT NOT NULL COLLATE NOCASE,
    campaign TEXT,
    status TEXT NOT NULL,
    detail TEXT NOT NULL
);
CREATE INDEX bounces_address ON bounces (address, status);
