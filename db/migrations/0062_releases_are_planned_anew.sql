-- Planned anew each time: a plan that was kept since there were few releases reads all of them for each neighbourhood.
alter function viewer.publish_figures(uuid[]) set plan_cache_mode = 'force_custom_plan';
