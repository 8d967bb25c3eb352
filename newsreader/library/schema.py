"""The tables of the library, one step after another. Only the last step may still be changed."""

#: One entry for each version of the schema; version N is the state after the first N entries.
#: Times are ISO 8601 with an offset, UTC where it is our own clock's.
MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE article (
        id INTEGER PRIMARY KEY,
        address TEXT NOT NULL UNIQUE,      -- canonical URL, or sample: / file: / text: + hash
        title TEXT NOT NULL,
        english TEXT,                      -- of the title, as it was shown last
        outlet TEXT,
        section TEXT,
        summary TEXT,                      -- the feed's; NULL when there is none
        published TEXT,
        added TEXT NOT NULL,
        moment INTEGER NOT NULL,           -- seconds since 1970: published, or else added
        opened TEXT,                       -- NULL until the reader opened it
        row INTEGER NOT NULL DEFAULT 1,    -- where the reader was
        read TEXT,
        starred TEXT,
        deleted TEXT,                      -- deletion can be undone; pruning removes
        revision INTEGER,                  -- the text as it was fetched last; NULL: none yet
        event INTEGER,                     -- equal for articles about the same event
        failure TEXT,                      -- why the text could not be had
        rows INTEGER NOT NULL DEFAULT 0,   -- sentences; 0 until the text was fetched
        translated INTEGER NOT NULL DEFAULT 0  -- how many of them have English
    ) STRICT;
    CREATE INDEX article_moment ON article (moment) WHERE deleted IS NULL;
    CREATE INDEX article_unread ON article (moment) WHERE deleted IS NULL AND read IS NULL;
    CREATE INDEX article_starred ON article (moment) WHERE starred IS NOT NULL;
    CREATE INDEX article_opened ON article (opened) WHERE opened IS NOT NULL;
    CREATE INDEX article_whole ON article (moment) WHERE rows > 0 AND translated = rows;
    CREATE INDEX article_outlet ON article (outlet, moment, read) WHERE deleted IS NULL;
    CREATE INDEX article_section ON article (section, moment, read) WHERE deleted IS NULL;
    CREATE INDEX article_event ON article (event, outlet) WHERE event IS NOT NULL;
    CREATE TABLE alias (                   -- portal copies, redirects, addresses asked for
        address TEXT PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX alias_article ON alias (article);
    CREATE TABLE revision (
        id INTEGER PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        fetched TEXT NOT NULL,
        hash TEXT NOT NULL,                -- SHA-256 of the blocks: equal text is one revision
        body TEXT NOT NULL,                -- JSON, newsreader.article/1 without rows
        UNIQUE (article, hash)
    ) STRICT;
    CREATE TABLE page (
        article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
        url TEXT NOT NULL,                 -- the one that answered, after redirects
        fetched TEXT NOT NULL,
        type TEXT,                         -- Content-Type, ETag and Last-Modified as sent
        etag TEXT,
        changed TEXT,
        content BLOB NOT NULL              -- packed with zlib
    ) STRICT;
    CREATE TABLE document (                -- what is found: an article's sentences, and notes
        place INTEGER PRIMARY KEY,         -- moment * 2^31 + article: newest first by its order
        article INTEGER NOT NULL UNIQUE REFERENCES article ON DELETE CASCADE,
        sentences BLOB NOT NULL            -- [[row, ko, en], …] as JSON, packed with zlib
    ) STRICT;
    CREATE VIRTUAL TABLE word USING fts5 ( -- rowid is document.place
        tokens, content = '', detail = none, columnsize = 0,
        tokenize = 'ascii'                 -- our tokens stand ready, with blanks between them
    );
    CREATE TABLE tag (
        article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        name TEXT NOT NULL,
        PRIMARY KEY (article, name)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX tag_name ON tag (name);
    CREATE TABLE note (
        id INTEGER PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        row INTEGER NOT NULL,              -- when it was written; ko says where it belongs now
        ko TEXT NOT NULL,
        text TEXT NOT NULL,
        created TEXT NOT NULL,
        changed TEXT NOT NULL
    ) STRICT;
    CREATE INDEX note_article ON note (article);
    CREATE TABLE highlight (
        id INTEGER PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        row INTEGER NOT NULL,
        ko TEXT NOT NULL,                  -- the row's Korean
        side TEXT NOT NULL CHECK (side IN ('ko', 'en')),
        first INTEGER NOT NULL,            -- text[first:last] of that side
        last INTEGER NOT NULL,
        text TEXT NOT NULL,
        created TEXT NOT NULL
    ) STRICT;
    CREATE INDEX highlight_article ON highlight (article);
    CREATE TABLE seen (                    -- terms in what was read
        term TEXT NOT NULL,
        article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        at TEXT NOT NULL,
        PRIMARY KEY (term, article)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX seen_article ON seen (article);
    CREATE TABLE feed (
        id INTEGER PRIMARY KEY,
        url TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        outlet TEXT,
        section TEXT,
        kind TEXT NOT NULL CHECK (kind IN ('feed', 'list')),
        added TEXT NOT NULL,
        etag TEXT,                         -- ETag and Last-Modified as sent
        changed TEXT,
        checked TEXT,                      -- the last try
        due TEXT,                          -- when to try again; NULL is at once
        failures INTEGER NOT NULL DEFAULT 0,   -- since the last success
        problem TEXT                       -- the last failure, in a sentence
    ) STRICT;
    CREATE TABLE entry (
        feed INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
        article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        PRIMARY KEY (feed, article)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX entry_article ON entry (article);
    CREATE TABLE watch (
        word TEXT PRIMARY KEY,
        language TEXT NOT NULL CHECK (language IN ('ko', 'en')),
        added TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE sighting (                -- where a watched word was found
        word TEXT NOT NULL REFERENCES watch ON DELETE CASCADE,
        article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        sentence TEXT NOT NULL,
        PRIMARY KEY (word, article)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sighting_article ON sighting (article);
    CREATE TABLE memory (
        key TEXT PRIMARY KEY,
        ko TEXT NOT NULL,
        en TEXT NOT NULL,
        engine TEXT NOT NULL,
        version TEXT NOT NULL,
        created TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX memory_ko ON memory (ko, engine);
    CREATE TABLE waiver (
        ko TEXT NOT NULL,
        code TEXT NOT NULL,
        message TEXT NOT NULL,
        reason TEXT NOT NULL,
        created TEXT NOT NULL,
        PRIMARY KEY (ko, code, message)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    """,
)
