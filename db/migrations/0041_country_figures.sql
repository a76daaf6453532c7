-- Key figures of the country beside those of the areas within it. It lies in no municipality.
alter table area_figure drop constraint area_figure_code_check;
alter table area_figure drop constraint area_figure_level_check;
alter table area_figure alter column municipality_code drop not null;
alter table area_figure add constraint area_figure_code_check check (code ~ '^(NL00|GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2}|BU[0-9]{4}[0-9A-Z]{4})$');
alter table area_figure add constraint area_figure_level_check check (level in ('country', 'municipality', 'district', 'neighbourhood'));
alter table area_figure add constraint area_figure_country_check check ((level = 'country') = (code = 'NL00') and (level = 'country') = (municipality_code is null));
