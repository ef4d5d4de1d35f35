-- A target in words or a missing outcome has no distance: two unknown numbers compared as equal used to give 0.
create or replace function indicators.gap(target_low numeric, target_high numeric, target_unit text, outcome_low numeric, outcome_high numeric, outcome_unit text) returns numeric language sql immutable parallel safe as $$
  select case
    when target_low is null or target_high is null or outcome_low is null or outcome_high is null then null
    when target_unit is distinct from outcome_unit or outcome_low <> outcome_high then null
    when outcome_low < target_low then outcome_low - target_low
    when outcome_low > target_high then outcome_low - target_high
    else 0
  end
$$;

update indicators.target_outcome set gap = null where gap = 0 and (target_low is null or outcome_low is null);
