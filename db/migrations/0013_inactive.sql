-- When somebody who was not here for 23 months was told that their data will go; logging in clears it.
alter table auth.account add column inactive_told_at timestamptz;
