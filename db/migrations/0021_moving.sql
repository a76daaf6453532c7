-- An adult may make a household of their own at the same address, and takes along what they added themselves: photos follow
-- their measure, and the ledger and the log of looks follow whom they are about.
alter table photo drop constraint photo_measure_id_household_id_fkey,
  add foreign key (measure_id, household_id) references measure (id, household_id) on update cascade on delete cascade;
grant update (household_id) on consent, disclosure to app_worker;
