-- Who left has seven days of second thoughts: logging in tells when everything goes, and that one can stay.
grant select (account_id, due_at) on erasure to app_auth;
create policy auth on erasure for select to app_auth using (true);

-- Staying after all is a line in the journal as well: else the line of the erasure would erase somebody who stayed.
alter table journal_entry drop constraint journal_entry_kind_check;
alter table journal_entry add constraint journal_entry_kind_check
  check (kind in ('erasure', 'stay', 'withdrawal', 'narrowing', 'hiding', 'membership_end'));
