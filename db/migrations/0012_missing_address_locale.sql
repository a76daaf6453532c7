-- The language in which somebody asked about an address is the language in which they are answered.
alter table missing_address add column locale text not null default 'nl' check (locale in ('nl', 'en'));
