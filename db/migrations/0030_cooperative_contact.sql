-- How a cooperative is reached, for its letters: the site may serve several, each with a letterhead of its own.
alter table organisation
  add column address text check (char_length(address) between 5 and 160),
  add column phone text check (char_length(phone) between 5 and 30),
  add column email text check (char_length(email) between 5 and 120),
  add constraint organisation_contact check (kind = 'cooperative' or (address is null and phone is null and email is null));
