#include "store/migrations.hpp"

namespace vitrine {

const std::vector<std::vector<Statement>> migrations{
    {
        R"(CREATE TABLE sellers (
         id TEXT PRIMARY KEY,
         body TEXT NOT NULL,
         endpoint_url TEXT NOT NULL,
         webhook_secret TEXT NOT NULL,
         api_key_hash TEXT NOT NULL UNIQUE))",
        R"(CREATE TABLE presenters (id TEXT PRIMARY KEY, name TEXT NOT NULL))",
        R"(CREATE TABLE sites (
         id TEXT PRIMARY KEY,
         presenter_id TEXT NOT NULL REFERENCES presenters(id),
         body TEXT NOT NULL))",
        R"(CREATE TABLE products (
         id TEXT PRIMARY KEY,
         seller_id TEXT NOT NULL REFERENCES sellers(id), -- whose words describe it
         title TEXT NOT NULL,
         description TEXT NOT NULL,
         brand TEXT NOT NULL,
         category TEXT NOT NULL,
         images TEXT NOT NULL))",
        R"(CREATE TABLE variants (
         id TEXT PRIMARY KEY,
         product_id TEXT NOT NULL REFERENCES products(id),
         options TEXT NOT NULL,
         image TEXT NOT NULL,
         gtin TEXT UNIQUE,
         brand_mpn TEXT UNIQUE))",
        R"(CREATE INDEX variants_by_product ON variants(product_id))",
        R"(CREATE TABLE offers (
         id TEXT PRIMARY KEY,
         seller_id TEXT NOT NULL REFERENCES sellers(id),
         variant_id TEXT NOT NULL REFERENCES variants(id),
         sku TEXT NOT NULL,
         kind TEXT NOT NULL,
         price BIGINT NOT NULL CHECK (price >= 0),
         currency TEXT NOT NULL,
         stock BIGINT CHECK (stock >= 0), -- NULL: not limited
         weight BIGINT NOT NULL CHECK (weight >= 0),
         shipping_profile_id TEXT NOT NULL,
         tax_category TEXT NOT NULL,
         UNIQUE (seller_id, sku)))",
        R"(CREATE INDEX offers_by_variant ON offers(variant_id))",
        R"(CREATE VIEW shelf AS
         SELECT o.id, o.seller_id, o.sku, o.kind, o.price, o.currency, o.stock, o.weight,
                o.shipping_profile_id, o.tax_category, p.id AS product_id, p.title, p.description,
                p.brand, p.category, p.images, v.id AS variant_id, v.options, v.image, v.gtin
         FROM offers o JOIN variants v ON v.id = o.variant_id JOIN products p ON p.id = v.product_id)",
        R"(CREATE TABLE item_groups (
         seller_id TEXT NOT NULL REFERENCES sellers(id),
         item_group_id TEXT NOT NULL,
         product_id TEXT NOT NULL REFERENCES products(id),
         PRIMARY KEY (seller_id, item_group_id)))",
        R"(CREATE TABLE checkout_sessions (
         id TEXT PRIMARY KEY,
         secret_hash TEXT NOT NULL,
         body TEXT NOT NULL,
         expires_at BIGINT NOT NULL))",
        R"(CREATE TABLE order_groups (
         id TEXT PRIMARY KEY,
         session_id TEXT NOT NULL UNIQUE REFERENCES checkout_sessions(id), -- a checkout is bought once
         token TEXT NOT NULL UNIQUE,
         body TEXT NOT NULL))",
        R"(CREATE TABLE orders (
         id TEXT PRIMARY KEY,
         order_group_id TEXT NOT NULL REFERENCES order_groups(id),
         seller_id TEXT NOT NULL REFERENCES sellers(id),
         body TEXT NOT NULL,
         UNIQUE (order_group_id, seller_id)))",
        R"(CREATE INDEX orders_by_seller ON orders(seller_id, id))",
        R"(CREATE TABLE outbox (
         id TEXT PRIMARY KEY, -- the webhook-id, the same on every attempt
         seller_id TEXT NOT NULL REFERENCES sellers(id),
         body TEXT NOT NULL,
         attempts INTEGER NOT NULL,
         due_at BIGINT, -- NULL: delivered or given up
         outcome TEXT NOT NULL))",
        R"(CREATE INDEX outbox_by_due ON outbox(due_at) WHERE due_at IS NOT NULL)",
        R"(CREATE TABLE idempotency (
         scope TEXT NOT NULL,
         key TEXT NOT NULL,
         request_hash TEXT NOT NULL,
         answer TEXT NOT NULL,
         created_at BIGINT NOT NULL,
         PRIMARY KEY (scope, key)))",
    },
    {
        R"(CREATE INDEX checkout_sessions_by_end ON checkout_sessions(expires_at))",
        R"(CREATE INDEX idempotency_by_age ON idempotency(created_at))",
    },
    {
        R"(CREATE TABLE feeds ( -- every import that was kept
         number BIGINT PRIMARY KEY,
         seller_id TEXT NOT NULL REFERENCES sellers(id),
         imported_at BIGINT NOT NULL))",
        R"(ALTER TABLE offers ADD COLUMN feed BIGINT NOT NULL DEFAULT 0)",    // the last that named
                                                                              // it
        R"(ALTER TABLE offers ADD COLUMN placed BIGINT NOT NULL DEFAULT 0)",  // 1: by the operator;
                                                                              // imports leave it
                                                                              // there
        R"(ALTER TABLE item_groups ADD COLUMN feed BIGINT NOT NULL DEFAULT 0)",
        R"(CREATE INDEX item_groups_by_product ON item_groups(product_id))",
    },
    {
        // A seller can have two orders of one purchase: the second replaces another seller's.
        R"(CREATE TABLE new_orders (
         id TEXT PRIMARY KEY,
         order_group_id TEXT NOT NULL REFERENCES order_groups(id),
         seller_id TEXT NOT NULL REFERENCES sellers(id),
         replaces TEXT NOT NULL DEFAULT '', -- the rejected order that it stands for
         body TEXT NOT NULL,
         replacement TEXT NOT NULL DEFAULT '', -- what the customer is asked about
         answer_due BIGINT, -- NULL: not limited, or answered
         UNIQUE (order_group_id, seller_id, replaces)))",
        R"(INSERT INTO new_orders (id, order_group_id, seller_id, body)
         SELECT id, order_group_id, seller_id, body FROM orders)",
        R"(DROP TABLE orders)", R"(ALTER TABLE new_orders RENAME TO orders)",
        R"(CREATE INDEX orders_by_seller ON orders(seller_id, id))",
        R"(CREATE INDEX orders_by_due ON orders(answer_due) WHERE answer_due IS NOT NULL)",
        R"(ALTER TABLE sellers ADD COLUMN answer_minutes BIGINT NOT NULL DEFAULT 0)",  // 0: no
                                                                                       // limit
    },
    {
        // What open pages lack, see store/changes.hpp. No number is given twice.
        {R"(CREATE TABLE offer_changes (
         number INTEGER PRIMARY KEY AUTOINCREMENT,
         offer_id TEXT NOT NULL UNIQUE,
         currency TEXT NOT NULL,
         price BIGINT NOT NULL,
         stock BIGINT))",
         R"(CREATE TABLE offer_changes (
         number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
         offer_id TEXT NOT NULL UNIQUE,
         currency TEXT NOT NULL,
         price BIGINT NOT NULL,
         stock BIGINT))"},
        {R"(CREATE TRIGGER offer_changed AFTER UPDATE OF price, stock ON offers
         WHEN (old.price, old.stock) IS NOT (new.price, new.stock) BEGIN
           DELETE FROM offer_changes WHERE offer_id = new.id;
           INSERT INTO offer_changes (offer_id, currency, price, stock)
             VALUES (new.id, new.currency, new.price, new.stock);
         END)",
         R"(CREATE FUNCTION note_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
           DELETE FROM offer_changes WHERE offer_id = new.id;
           INSERT INTO offer_changes (offer_id, currency, price, stock)
             VALUES (new.id, new.currency, new.price, new.stock);
           RETURN NULL;
         END $$;
         CREATE TRIGGER offer_changed AFTER UPDATE OF price, stock ON offers FOR EACH ROW
         WHEN ((old.price, old.stock) IS DISTINCT FROM (new.price, new.stock))
         EXECUTE FUNCTION note_change())"},
        R"(CREATE TABLE planned_prices (
         offer_id TEXT NOT NULL REFERENCES offers(id) ON DELETE CASCADE,
         due_at BIGINT NOT NULL,
         price BIGINT NOT NULL CHECK (price >= 0),
         PRIMARY KEY (offer_id, due_at)))",
        R"(CREATE INDEX planned_prices_by_time ON planned_prices(due_at))",
        {R"(CREATE TRIGGER offer_gone AFTER DELETE ON offers BEGIN
           DELETE FROM offer_changes WHERE offer_id = old.id;
           INSERT INTO offer_changes (offer_id, currency, price, stock)
             VALUES (old.id, old.currency, old.price, 0);
         END)",
         R"(CREATE FUNCTION note_end() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
           DELETE FROM offer_changes WHERE offer_id = old.id;
           INSERT INTO offer_changes (offer_id, currency, price, stock)
             VALUES (old.id, old.currency, old.price, 0);
           RETURN NULL;
         END $$;
         CREATE TRIGGER offer_gone AFTER DELETE ON offers FOR EACH ROW
         EXECUTE FUNCTION note_end())"},
    },
    {
        R"(ALTER TABLE sellers ADD COLUMN old_secret TEXT NOT NULL DEFAULT '')",
        R"(ALTER TABLE sellers ADD COLUMN old_secret_until BIGINT NOT NULL DEFAULT 0)",
        R"(ALTER TABLE sellers ADD COLUMN gone_at BIGINT NOT NULL DEFAULT 0)",
        R"(ALTER TABLE outbox ADD COLUMN parked_at BIGINT)",  // NULL: waiting, or delivered
        R"(CREATE INDEX outbox_parked ON outbox(seller_id, id) WHERE parked_at IS NOT NULL)",
        R"(CREATE INDEX outbox_waiting ON outbox(seller_id, due_at, id) WHERE due_at IS NOT NULL)",
    },
    {
        // Only ever added to: terms and fees, what seller and site said to each other, the ledger.
        R"(ALTER TABLE presenters ADD COLUMN api_key_hash TEXT NOT NULL DEFAULT '')",
        R"(CREATE INDEX presenters_by_key ON presenters(api_key_hash))",
        R"(CREATE TABLE terms (
         id TEXT PRIMARY KEY,
         party TEXT NOT NULL, -- a seller, or 'operator': its fee
         published_at BIGINT NOT NULL,
         body TEXT NOT NULL))",
        R"(CREATE INDEX terms_by_party ON terms(party, id))",
        R"(CREATE TABLE agreement_steps (
         id TEXT PRIMARY KEY,
         seller_id TEXT NOT NULL REFERENCES sellers(id),
         site_id TEXT NOT NULL REFERENCES sites(id),
         side TEXT NOT NULL,
         step TEXT NOT NULL,
         status TEXT NOT NULL, -- where it led to
         taken_at BIGINT NOT NULL))",
        R"(CREATE INDEX agreement_steps_by_pair ON agreement_steps(seller_id, site_id, id))",
        R"(CREATE TABLE ledger (
         number BIGINT PRIMARY KEY, -- 1, 2, 3 … without gaps
         body TEXT NOT NULL, -- what the hash is of, with the one before
         hash TEXT NOT NULL))",
        R"(CREATE TABLE ledger_entries ( -- of the same bodies, to be found by account
         number BIGINT NOT NULL REFERENCES ledger(number),
         account TEXT NOT NULL,
         kind TEXT NOT NULL,
         currency TEXT NOT NULL,
         amount BIGINT NOT NULL,
         order_id TEXT NOT NULL, -- empty: not about an order
         posted_at BIGINT NOT NULL,
         PRIMARY KEY (number, account)))",
        R"(CREATE INDEX ledger_entries_by_account ON ledger_entries(account, currency, number))",
        R"(CREATE INDEX ledger_entries_by_order ON ledger_entries(order_id, number))",
    },
    {
        // Servers that share the database: who brings a delivery now, see `claim` of
        // store/outbox.hpp, and when the catalogue last changed, of store/changes.hpp.
        R"(ALTER TABLE outbox ADD COLUMN lease BIGINT NOT NULL DEFAULT 0)",
        R"(ALTER TABLE outbox ADD COLUMN leased_until BIGINT NOT NULL DEFAULT 0)",
        R"(CREATE TABLE catalogue_revision (number BIGINT NOT NULL))",
        R"(INSERT INTO catalogue_revision VALUES (0))",
    },
    {
        R"(CREATE TABLE guides (
         site_id TEXT NOT NULL REFERENCES sites(id),
         name TEXT NOT NULL,
         markdown TEXT NOT NULL, -- as the presenter wrote it
         body TEXT NOT NULL, -- as pages get it
         updated_at BIGINT NOT NULL,
         PRIMARY KEY (site_id, name)))",
    },
    {
        // Keys of all members in a table of their own, and what shows that secrets can be read.
        R"(CREATE TABLE keys (
         id TEXT PRIMARY KEY,
         hash TEXT NOT NULL UNIQUE,
         scope TEXT NOT NULL,
         owner TEXT NOT NULL,
         created_at BIGINT NOT NULL,
         ends_at BIGINT NOT NULL))",  // 0: until it is revoked
        R"(CREATE INDEX keys_by_owner ON keys(owner, id))",
        R"(INSERT INTO keys SELECT 'key_' || id, api_key_hash, 'seller', id, 0, 0 FROM sellers)",
        R"(INSERT INTO keys SELECT 'key_' || id, api_key_hash, 'presenter', id, 0, 0 FROM presenters
         WHERE api_key_hash <> '')",
        R"(DROP INDEX presenters_by_key)",
        R"(ALTER TABLE presenters DROP COLUMN api_key_hash)",
        // SQLite drops no unique column; a table that others refer to may be made anew like this.
        {R"(PRAGMA secure_delete = ON)", ""},  // the old table has the secrets as they are
        {R"(PRAGMA defer_foreign_keys = ON)", R"(ALTER TABLE sellers DROP COLUMN api_key_hash)"},
        {R"(CREATE TABLE kept_sellers AS SELECT * FROM sellers)", ""},
        {R"(DROP TABLE sellers)", ""},
        {R"(CREATE TABLE sellers (
         id TEXT PRIMARY KEY,
         body TEXT NOT NULL,
         endpoint_url TEXT NOT NULL,
         webhook_secret TEXT NOT NULL, -- sealed, see secret_key.hpp
         answer_minutes BIGINT NOT NULL DEFAULT 0,
         old_secret TEXT NOT NULL DEFAULT '',
         old_secret_until BIGINT NOT NULL DEFAULT 0,
         gone_at BIGINT NOT NULL DEFAULT 0))",
         ""},
        {R"(INSERT INTO sellers SELECT id, body, endpoint_url, webhook_secret, answer_minutes,
         old_secret, old_secret_until, gone_at FROM kept_sellers)",
         ""},
        {R"(DROP TABLE kept_sellers)", ""},
        R"(CREATE TABLE sealed_with (proof TEXT NOT NULL))",
    },
    {
        R"(ALTER TABLE offers ADD COLUMN unit_measure TEXT NOT NULL DEFAULT '')",  // empty: none
        R"(DROP VIEW shelf)",
        R"(CREATE VIEW shelf AS
         SELECT o.id, o.seller_id, o.sku, o.kind, o.price, o.currency, o.stock, o.weight,
                o.shipping_profile_id, o.tax_category, o.unit_measure, p.id AS product_id, p.title,
                p.description, p.brand, p.category, p.images, v.id AS variant_id, v.options,
                v.image, v.gtin
         FROM offers o JOIN variants v ON v.id = o.variant_id JOIN products p ON p.id = v.product_id)",
    },
    {
        // Of products that stand elsewhere than those of which nothing is known.
        R"(CREATE TABLE standings (
         product_id TEXT PRIMARY KEY REFERENCES products(id) ON DELETE CASCADE,
         score BIGINT NOT NULL,
         companions TEXT NOT NULL))",
    },
    {
        R"(CREATE TABLE mails (
         id TEXT PRIMARY KEY, -- of which the Message-ID is made
         kind TEXT NOT NULL,
         order_group_id TEXT NOT NULL,
         content TEXT NOT NULL, -- what it is made of; empty once it was handed over
         queued_at BIGINT NOT NULL,
         attempts INTEGER NOT NULL,
         due_at BIGINT, -- NULL: handed over or given up
         lease BIGINT NOT NULL DEFAULT 0,
         leased_until BIGINT NOT NULL DEFAULT 0,
         parked_at BIGINT,
         outcome TEXT NOT NULL))",
        R"(CREATE INDEX mails_by_due ON mails(due_at, id) WHERE due_at IS NOT NULL)",
        R"(CREATE INDEX mails_parked ON mails(id) WHERE parked_at IS NOT NULL)",
        R"(CREATE INDEX mails_by_age ON mails(queued_at))",
        R"(CREATE INDEX mails_by_group ON mails(order_group_id))",
    },
    {
        // Customers: found by e-mail, erased some time after the end of a purchase.
        R"(ALTER TABLE order_groups ADD COLUMN email TEXT NOT NULL DEFAULT '')",  // empty: erased
        R"(ALTER TABLE order_groups ADD COLUMN ended_at BIGINT)",  // NULL: under way, or erased
        {R"(UPDATE order_groups SET email = coalesce((SELECT lower(json_extract(body,
         '$.buyer.email')) FROM orders WHERE order_group_id = order_groups.id LIMIT 1), ''))",
         R"(UPDATE order_groups SET email = coalesce((SELECT lower(body::json->'buyer'->>'email')
         FROM orders WHERE order_group_id = order_groups.id LIMIT 1), ''))"},
        {R"(UPDATE order_groups SET ended_at = (SELECT max(strftime('%s', json_extract(body,
         '$.history[#-1].at'))) * 1000 FROM orders WHERE order_group_id = order_groups.id)
         WHERE NOT EXISTS (SELECT 1 FROM orders WHERE order_group_id = order_groups.id
         AND json_extract(body, '$.status') NOT IN ('shipped', 'rejected')))",
         R"(UPDATE order_groups SET ended_at = (SELECT max(extract(epoch FROM
         (body::json->'history'->-1->>'at')::timestamptz))::bigint * 1000 FROM orders
         WHERE order_group_id = order_groups.id)
         WHERE NOT EXISTS (SELECT 1 FROM orders WHERE order_group_id = order_groups.id
         AND body::json->>'status' NOT IN ('shipped', 'rejected')))"},
        R"(CREATE INDEX order_groups_by_email ON order_groups(email) WHERE email <> '')",
        R"(CREATE INDEX order_groups_by_end ON order_groups(ended_at) WHERE ended_at IS NOT NULL)",
        R"(UPDATE outbox SET body = '' WHERE due_at IS NULL AND parked_at IS NULL)",
    },
    {
        // People who sign in, and the members that they act for.
        R"(CREATE TABLE accounts (
         id TEXT PRIMARY KEY,
         email TEXT NOT NULL UNIQUE,
         name TEXT NOT NULL,
         password_hash TEXT NOT NULL, -- Argon2id
         created_at BIGINT NOT NULL))",
        R"(CREATE TABLE account_members (
         account_id TEXT NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
         owner TEXT NOT NULL, -- sel_…, pre_… or operator
         added_at BIGINT NOT NULL,
         PRIMARY KEY (account_id, owner)))",
        R"(CREATE TABLE sign_ins (
         hash TEXT PRIMARY KEY, -- of the cookie's text
         account_id TEXT NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
         ends_at BIGINT NOT NULL))",
        R"(CREATE INDEX sign_ins_by_account ON sign_ins(account_id))",
        R"(CREATE INDEX sign_ins_by_end ON sign_ins(ends_at))",
    },
    {
        // Sellers who signed up wait for the operator's word; those so far have it.
        R"(ALTER TABLE sellers ADD COLUMN approved BIGINT NOT NULL DEFAULT 1)",
    },
    {
        // Of an order's body, to list by.
        R"(ALTER TABLE orders ADD COLUMN status TEXT NOT NULL DEFAULT '')",
        {R"(UPDATE orders SET status = json_extract(body, '$.status'))",
         R"(UPDATE orders SET status = body::json->>'status')"},
    },
    {
        // What customers and presenters say of products, and what the ranking makes of it.
        R"(CREATE TABLE reviews (
         id TEXT PRIMARY KEY,
         order_id TEXT NOT NULL REFERENCES orders(id),
         offer_id TEXT NOT NULL, -- empty: about the seller
         seller_id TEXT NOT NULL REFERENCES sellers(id),
         site_id TEXT NOT NULL,
         stars BIGINT NOT NULL,
         counts BIGINT NOT NULL, -- 0: the operator took the stars away
         status TEXT NOT NULL, -- of the text
         text TEXT NOT NULL,
         display_name TEXT NOT NULL,
         reason TEXT NOT NULL,
         answer TEXT NOT NULL,
         said_at BIGINT NOT NULL,
         UNIQUE (order_id, offer_id)))",
        R"(CREATE INDEX reviews_by_offer ON reviews(offer_id, id))",
        R"(CREATE INDEX reviews_by_seller ON reviews(seller_id, id))",
        R"(CREATE INDEX reviews_waiting ON reviews(id) WHERE status = 'waiting')",
        R"(ALTER TABLE standings ADD COLUMN rating_count BIGINT NOT NULL DEFAULT 0)",
        R"(ALTER TABLE standings ADD COLUMN rating_mean BIGINT NOT NULL DEFAULT 0)",
        R"(CREATE TABLE track_records (
         seller_id TEXT PRIMARY KEY REFERENCES sellers(id),
         in_time BIGINT NOT NULL,
         late BIGINT NOT NULL,
         not_accepted BIGINT NOT NULL,
         rating_count BIGINT NOT NULL,
         rating_mean BIGINT NOT NULL))",
        R"(CREATE TABLE endorsements (
         site_id TEXT NOT NULL REFERENCES sites(id),
         product_id TEXT NOT NULL REFERENCES products(id) ON DELETE CASCADE,
         text TEXT NOT NULL,
         said_at BIGINT NOT NULL,
         PRIMARY KEY (site_id, product_id)))",
    },
    {
        R"(ALTER TABLE products ADD COLUMN description_marks TEXT NOT NULL DEFAULT '')",
        // Why the operator has refused a seller; empty: it has not.
        R"(ALTER TABLE sellers ADD COLUMN refusal TEXT NOT NULL DEFAULT '')",
        // From which day on a seller is away (empty: it is not), on which it is back (empty: until
        // further notice), and whether it is away now: offers then count as sold out.
        R"(ALTER TABLE sellers ADD COLUMN away_from TEXT NOT NULL DEFAULT '')",
        R"(ALTER TABLE sellers ADD COLUMN back_on TEXT NOT NULL DEFAULT '')",
        R"(ALTER TABLE sellers ADD COLUMN away BIGINT NOT NULL DEFAULT 0)",
        R"(DROP VIEW shelf)",
        R"(CREATE VIEW shelf AS
         SELECT o.id, o.seller_id, o.sku, o.kind, o.price, o.currency, o.stock, o.weight,
                o.shipping_profile_id, o.tax_category, o.unit_measure, p.id AS product_id, p.title,
                p.description, p.description_marks, p.brand, p.category, p.images,
                v.id AS variant_id, v.options, v.image, v.gtin, s.away
         FROM offers o JOIN variants v ON v.id = o.variant_id JOIN products p ON p.id = v.product_id
         JOIN sellers s ON s.id = o.seller_id)",
        {R"(DROP TRIGGER offer_changed)", ""},
        {R"(CREATE TRIGGER offer_changed AFTER UPDATE OF price, stock ON offers
         WHEN (old.price, old.stock) IS NOT (new.price, new.stock) BEGIN
           DELETE FROM offer_changes WHERE offer_id = new.id;
           INSERT INTO offer_changes (offer_id, currency, price, stock)
             SELECT new.id, new.currency, new.price, CASE WHEN away = 0 THEN new.stock ELSE 0 END
             FROM sellers WHERE id = new.seller_id;
         END)",
         R"(CREATE OR REPLACE FUNCTION note_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
           DELETE FROM offer_changes WHERE offer_id = new.id;
           INSERT INTO offer_changes (offer_id, currency, price, stock)
             SELECT new.id, new.currency, new.price, CASE WHEN away = 0 THEN new.stock ELSE 0 END
             FROM sellers WHERE id = new.seller_id;
           RETURN NULL;
         END $$)"},
        {R"(CREATE TRIGGER seller_away AFTER UPDATE OF away ON sellers
         WHEN old.away <> new.away BEGIN
           DELETE FROM offer_changes WHERE offer_id IN
             (SELECT id FROM offers WHERE seller_id = new.id);
           INSERT INTO offer_changes (offer_id, currency, price, stock)
             SELECT id, currency, price, CASE WHEN new.away = 0 THEN stock ELSE 0 END
             FROM offers WHERE seller_id = new.id;
         END)",
         R"(CREATE FUNCTION note_away() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
           DELETE FROM offer_changes WHERE offer_id IN
             (SELECT id FROM offers WHERE seller_id = new.id);
           INSERT INTO offer_changes (offer_id, currency, price, stock)
             SELECT id, currency, price, CASE WHEN new.away = 0 THEN stock ELSE 0 END
             FROM offers WHERE seller_id = new.id;
           RETURN NULL;
         END $$;
         CREATE TRIGGER seller_away AFTER UPDATE OF away ON sellers FOR EACH ROW
         WHEN (old.away <> new.away) EXECUTE FUNCTION note_away())"},
    },
    {
        // What a presenter's site shows where, and how it looks.
        R"(CREATE TABLE arrangements (
         site_id TEXT PRIMARY KEY REFERENCES sites(id),
         body TEXT NOT NULL))",
        R"(CREATE TABLE themes (
         site_id TEXT PRIMARY KEY REFERENCES sites(id),
         body TEXT NOT NULL))",
    },
    {
        // What somebody may do for a member; those so far everything. Addresses so far count as
        // confirmed.
        R"(ALTER TABLE account_members ADD COLUMN access_right TEXT NOT NULL DEFAULT 'owner')",
        R"(CREATE INDEX account_members_by_owner ON account_members(owner))",
        R"(ALTER TABLE accounts ADD COLUMN language TEXT NOT NULL DEFAULT 'en')",
        R"(ALTER TABLE accounts ADD COLUMN email_confirmed BIGINT NOT NULL DEFAULT 1)",
        R"(ALTER TABLE accounts ADD COLUMN wants_statements BIGINT NOT NULL DEFAULT 1)",
        R"(CREATE TABLE tickets (
         hash TEXT PRIMARY KEY, -- of the secret
         id TEXT NOT NULL UNIQUE,
         kind TEXT NOT NULL,
         account_id TEXT REFERENCES accounts(id) ON DELETE CASCADE, -- NULL: of nobody yet
         email TEXT NOT NULL,
         owner TEXT NOT NULL,
         access_right TEXT NOT NULL,
         invited_by TEXT NOT NULL,
         created_at BIGINT NOT NULL,
         ends_at BIGINT NOT NULL))",
        R"(CREATE INDEX tickets_by_account ON tickets(account_id))",
        R"(CREATE INDEX tickets_by_owner ON tickets(owner) WHERE owner <> '')",
        R"(CREATE INDEX tickets_by_end ON tickets(ends_at))",
        R"(CREATE TABLE passkeys (
         id TEXT PRIMARY KEY,
         account_id TEXT NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
         credential_id TEXT NOT NULL UNIQUE,
         name TEXT NOT NULL,
         algorithm BIGINT NOT NULL,
         public_key TEXT NOT NULL,
         sign_count BIGINT NOT NULL,
         created_at BIGINT NOT NULL,
         used_at BIGINT NOT NULL))",
        R"(CREATE INDEX passkeys_by_account ON passkeys(account_id))",
        // Who has been told that a month's statement is ready.
        R"(CREATE TABLE statements_told (
         party TEXT NOT NULL,
         month TEXT NOT NULL,
         PRIMARY KEY (party, month)))",
    },
    {
        // What presenters said of the prices on their sites, only ever added to, and on which page
        // purchases were begun.
        R"(CREATE TABLE retail_prices (
         number BIGINT PRIMARY KEY, -- 1, 2, 3 … without gaps
         site_id TEXT NOT NULL REFERENCES sites(id),
         product_id TEXT NOT NULL, -- empty: all that have no price of their own
         body TEXT NOT NULL,
         from_day TEXT NOT NULL,
         set_at BIGINT NOT NULL))",
        R"(CREATE INDEX retail_prices_by_site ON retail_prices(site_id, product_id, number))",
        R"(CREATE TABLE retail_day (day TEXT NOT NULL))",
        R"(ALTER TABLE order_groups ADD COLUMN page TEXT NOT NULL DEFAULT '')",
    },
    {
        // What services are offered for: a list of texts.
        R"(CREATE TABLE attachments (
         product_id TEXT PRIMARY KEY REFERENCES products(id) ON DELETE CASCADE,
         attached_to TEXT NOT NULL))",
    },
    {
        // What an import makes carries its number, and nobody sees it while that import stands
        // here unaccepted; what it changes waits in rows for that moment. See store/imports.hpp.
        R"(ALTER TABLE products ADD COLUMN made_by BIGINT NOT NULL DEFAULT 0)",
        R"(ALTER TABLE variants ADD COLUMN made_by BIGINT NOT NULL DEFAULT 0)",
        R"(ALTER TABLE offers ADD COLUMN made_by BIGINT NOT NULL DEFAULT 0)",
        R"(ALTER TABLE item_groups ADD COLUMN made_by BIGINT NOT NULL DEFAULT 0)",
        R"(CREATE TABLE imports (
         number BIGINT PRIMARY KEY, -- of the feed
         seller_id TEXT NOT NULL REFERENCES sellers(id),
         replaces TEXT NOT NULL, -- kinds of offers: those that it does not name go
         accepted BIGINT NOT NULL, -- 1: all of it is certain
         worked_at BIGINT NOT NULL))",  // the last time that a server worked on it
        R"(CREATE TABLE import_rows (
         import BIGINT NOT NULL REFERENCES imports(number),
         number BIGINT NOT NULL, -- in the feed
         body TEXT NOT NULL,
         PRIMARY KEY (import, number)))",
        R"(DROP VIEW shelf)",
        R"(CREATE VIEW shelf AS
         SELECT o.id, o.seller_id, o.sku, o.kind, o.price, o.currency, o.stock, o.weight,
                o.shipping_profile_id, o.tax_category, o.unit_measure, p.id AS product_id, p.title,
                p.description, p.description_marks, p.brand, p.category, p.images,
                v.id AS variant_id, v.options, v.image, v.gtin, s.away
         FROM offers o JOIN variants v ON v.id = o.variant_id JOIN products p ON p.id = v.product_id
         JOIN sellers s ON s.id = o.seller_id
         WHERE o.made_by NOT IN (SELECT number FROM imports WHERE accepted = 0))",
        {R"(DROP TRIGGER offer_gone)", ""},
        {R"(CREATE TRIGGER offer_gone AFTER DELETE ON offers BEGIN
           DELETE FROM offer_changes WHERE offer_id = old.id;
           INSERT INTO offer_changes (offer_id, currency, price, stock)
             SELECT old.id, old.currency, old.price, 0
             WHERE old.made_by NOT IN (SELECT number FROM imports WHERE accepted = 0);
         END)",
         R"(CREATE OR REPLACE FUNCTION note_end() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
           DELETE FROM offer_changes WHERE offer_id = old.id;
           INSERT INTO offer_changes (offer_id, currency, price, stock)
             SELECT old.id, old.currency, old.price, 0
             WHERE old.made_by NOT IN (SELECT number FROM imports WHERE accepted = 0);
           RETURN NULL;
         END $$)"},
    },
    {
        R"(ALTER TABLE standings ADD COLUMN presented TEXT NOT NULL DEFAULT '[]')",
    },
    {
        // How members are billed and taxed, only ever added to; which e-mails somebody does not
        // want; and of which moved prices a presenter was told.
        R"(CREATE TABLE billing (
         number BIGINT PRIMARY KEY, -- 1, 2, 3 … without gaps
         member TEXT NOT NULL, -- sel_…, pre_… or operator
         body TEXT NOT NULL,
         set_at BIGINT NOT NULL))",
        R"(CREATE INDEX billing_by_member ON billing(member, number))",
        R"(CREATE TABLE unwanted_mails (
         receiver TEXT NOT NULL, -- acc_…, or sel_… of a seller that nobody acts for
         topic TEXT NOT NULL,
         PRIMARY KEY (receiver, topic)))",
        R"(INSERT INTO unwanted_mails (receiver, topic)
         SELECT id, 'statements' FROM accounts WHERE wants_statements = 0)",
        R"(ALTER TABLE accounts DROP COLUMN wants_statements)",
        R"(CREATE TABLE moved_prices_told (
         presenter_id TEXT PRIMARY KEY REFERENCES presenters(id),
         day TEXT NOT NULL, -- the last that its prices were looked at on
         told TEXT NOT NULL))",  // of which: a list of texts
    },
    {
        // What the customer was told when a checkout was completed, as JSON; empty: it is not. It
        // takes the place of the quote and the link in the session's text.
        R"(ALTER TABLE checkout_sessions ADD COLUMN completed TEXT NOT NULL DEFAULT '')",
        {R"(UPDATE checkout_sessions SET completed = json_object(
         'id', checkout_sessions.id, 'site_id', json_extract(checkout_sessions.body, '$.site_id'),
         'site_name', json_extract(g.body, '$.site_name'),
         'language', json_extract(g.body, '$.language'), 'status', 'completed',
         'line_items', json_extract(checkout_sessions.body, '$.line_items'),
         'buyer', json_extract(checkout_sessions.body, '$.buyer'),
         'address', json_extract(checkout_sessions.body, '$.address'),
         'payment_methods', json('["invoice","pay_on_delivery"]'),
         'payment_method', json_extract(checkout_sessions.body, '$.payment_method'),
         'replacement', json(coalesce(json_extract(checkout_sessions.body, '$.replacement'),
           '{"mode":"ask","up_to":0}')),
         'quote', json_extract(checkout_sessions.body, '$.bought'),
         'sourcing', json_extract(checkout_sessions.body, '$.sourcing'),
         'sellers', json_extract(g.body, '$.sellers'),
         'messages', json_extract(checkout_sessions.body, '$.bought.messages'),
         'order', json_extract(checkout_sessions.body, '$.order'),
         'expires_at', strftime('%Y-%m-%dT%H:%M:%SZ', expires_at / 1000, 'unixepoch'))
         FROM order_groups g WHERE g.session_id = checkout_sessions.id
         AND json_extract(checkout_sessions.body, '$.bought') IS NOT NULL)",
         R"(UPDATE checkout_sessions SET completed = json_build_object(
         'id', checkout_sessions.id, 'site_id', s->'site_id', 'site_name', o->'site_name',
         'language', o->'language', 'status', 'completed', 'line_items', s->'line_items',
         'buyer', s->'buyer', 'address', s->'address',
         'payment_methods', json_build_array('invoice', 'pay_on_delivery'),
         'payment_method', s->'payment_method',
         'replacement', coalesce(s->'replacement', json_build_object('mode', 'ask', 'up_to', 0)),
         'quote', s->'bought', 'sourcing', s->'sourcing', 'sellers', o->'sellers',
         'messages', s->'bought'->'messages', 'order', s->'order',
         'expires_at', to_char(to_timestamp(expires_at / 1000) AT TIME ZONE 'UTC',
           'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
         FROM (SELECT c.id, c.body::json AS s, g.body::json AS o FROM checkout_sessions c
         JOIN order_groups g ON g.session_id = c.id) AS bought
         WHERE bought.id = checkout_sessions.id AND s->'bought' IS NOT NULL)"},
        {R"(UPDATE checkout_sessions SET body = json_remove(body, '$.bought', '$.order')
         WHERE completed <> '')",
         R"(UPDATE checkout_sessions SET body = (body::jsonb - 'bought' - 'order')
         WHERE completed <> '')"},
        // PostgreSQL calls a function for a whole statement as dearly as for one of its rows.
        {"", R"(DROP TRIGGER offer_changed ON offers;
         CREATE OR REPLACE FUNCTION note_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
           DELETE FROM offer_changes WHERE offer_id IN
             (SELECT n.id FROM is_now n JOIN was o ON o.id = n.id
             WHERE (o.price, o.stock) IS DISTINCT FROM (n.price, n.stock));
           INSERT INTO offer_changes (offer_id, currency, price, stock)
             SELECT n.id, n.currency, n.price, CASE WHEN away = 0 THEN n.stock ELSE 0 END
             FROM is_now n JOIN was o ON o.id = n.id JOIN sellers s ON s.id = n.seller_id
             WHERE (o.price, o.stock) IS DISTINCT FROM (n.price, n.stock);
           RETURN NULL;
         END $$;
         CREATE TRIGGER offer_changed AFTER UPDATE ON offers
         REFERENCING OLD TABLE AS was NEW TABLE AS is_now FOR EACH STATEMENT
         EXECUTE FUNCTION note_change())"},
    },
    {
        // Of an import under way: what it puts into the media folder, noted before it does.
        R"(CREATE TABLE import_pictures (
         import BIGINT NOT NULL REFERENCES imports(number),
         hash TEXT NOT NULL,
         PRIMARY KEY (import, hash)))",
    },
    {
        // An order notes the offers whose stock it takes in one row: their ids, with spaces in
        // between, the last of which has the row's number. How much was ever taken of an offer
        // tells the trigger that it was an order.
        R"(ALTER TABLE offers ADD COLUMN taken BIGINT NOT NULL DEFAULT 0)",
        R"(ALTER TABLE offer_changes ADD COLUMN offers TEXT NOT NULL DEFAULT '')",
        {R"(DROP TRIGGER offer_changed)", R"(DROP TRIGGER offer_changed ON offers)"},
        {R"(CREATE TRIGGER offer_changed AFTER UPDATE OF price, stock ON offers
         WHEN (old.price, old.stock) IS NOT (new.price, new.stock) AND old.taken = new.taken BEGIN
           DELETE FROM offer_changes WHERE offer_id = new.id;
           INSERT INTO offer_changes (offer_id, currency, price, stock)
             SELECT new.id, new.currency, new.price, CASE WHEN away = 0 THEN new.stock ELSE 0 END
             FROM sellers WHERE id = new.seller_id;
         END)",
         R"(CREATE OR REPLACE FUNCTION note_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
           DELETE FROM offer_changes WHERE offer_id = new.id;
           INSERT INTO offer_changes (offer_id, currency, price, stock)
             SELECT new.id, new.currency, new.price, CASE WHEN away = 0 THEN new.stock ELSE 0 END
             FROM sellers WHERE id = new.seller_id;
           RETURN NULL;
         END $$;
         CREATE TRIGGER offer_changed AFTER UPDATE OF price, stock ON offers FOR EACH ROW
         WHEN ((old.price, old.stock) IS DISTINCT FROM (new.price, new.stock)
         AND old.taken = new.taken) EXECUTE FUNCTION note_change())"},
        // What the customer was told has a row of its own: beside the rest of the checkout it had
        // that written anew.
        R"(CREATE TABLE completed_sessions (
         session_id TEXT PRIMARY KEY REFERENCES checkout_sessions(id),
         state TEXT NOT NULL))",
        R"(INSERT INTO completed_sessions SELECT id, completed FROM checkout_sessions
         WHERE completed <> '')",
        R"(ALTER TABLE checkout_sessions DROP COLUMN completed)",
        // The entries are their key: SQLite otherwise has them in a table and in an index.
        {R"(CREATE TABLE new_entries (
         number BIGINT NOT NULL REFERENCES ledger(number),
         account TEXT NOT NULL,
         kind TEXT NOT NULL,
         currency TEXT NOT NULL,
         amount BIGINT NOT NULL,
         order_id TEXT NOT NULL, -- empty: not about an order
         posted_at BIGINT NOT NULL,
         PRIMARY KEY (number, account)) WITHOUT ROWID)",
         ""},
        {R"(INSERT INTO new_entries SELECT * FROM ledger_entries ORDER BY number, account)", ""},
        {R"(DROP TABLE ledger_entries)", ""},
        {R"(ALTER TABLE new_entries RENAME TO ledger_entries)", ""},
        {R"(CREATE INDEX ledger_entries_by_account ON ledger_entries(account, currency, number))",
         ""},
        {R"(CREATE INDEX ledger_entries_by_order ON ledger_entries(order_id, number))", ""},
    },
    {
        // What became of each message, see store/delivery_log.hpp. Of those that were delivered so
        // far nothing is known.
        R"(ALTER TABLE outbox ADD COLUMN type TEXT NOT NULL DEFAULT '')",
        R"(ALTER TABLE outbox ADD COLUMN order_id TEXT NOT NULL DEFAULT '')",
        R"(ALTER TABLE outbox ADD COLUMN ended_at BIGINT)",  // NULL: waiting or parked
        R"(DELETE FROM outbox WHERE due_at IS NULL AND parked_at IS NULL)",
        {R"(UPDATE outbox SET type = coalesce(json_extract(body, '$.type'), ''),
         order_id = coalesce(json_extract(body, '$.data.id'), '') WHERE body <> '')",
         R"(UPDATE outbox SET type = coalesce(body::json->>'type', ''),
         order_id = coalesce(body::json->'data'->>'id', '') WHERE body <> '')"},
        R"(CREATE INDEX outbox_ended ON outbox(seller_id, id) WHERE ended_at IS NOT NULL)",
        // On which day a page of a presenter first loaded its site's tag.
        R"(CREATE TABLE tags_seen (
         site_id TEXT PRIMARY KEY REFERENCES sites(id),
         day TEXT NOT NULL))",
    },
    {
        // What the seller whose words describe a product says goes with it, see
        // store/relations.hpp.
        R"(CREATE TABLE relations (
         product_id TEXT NOT NULL REFERENCES products(id) ON DELETE CASCADE,
         place BIGINT NOT NULL,
         kind TEXT NOT NULL,
         sku TEXT NOT NULL, -- of the same seller
         PRIMARY KEY (product_id, place)))",
    }};

}  // namespace vitrine
