-- Which extract delivered a record last: the codes of its municipalities, separated by commas, or 'NL' for the whole
-- country. Only an extract of the same area ends what it no longer has: an identification keeps the code of the
-- municipality that once gave it out, and position does not tell on the border, so neither says who keeps the record.
alter table street add column register_area text;
alter table building add column register_area text;
alter table dwelling add column register_area text;
alter table address add column register_area text;
