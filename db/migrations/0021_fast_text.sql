-- Text search without folding every candidate: two small indexes are built over observation, which takes seconds a million rows; no row is changed.

-- Most sentences that hold a term hold it as it is written, and most texts have nothing to fold: folding (5 µs a sentence) was most of a search.
create or replace function mart.contains(t text, term text) returns boolean language sql immutable parallel safe as $$
  select strpos(t, term) > 0
    or ((t ~ E'[A-Z \t\r\n\u00a0\u2002\u2003\u3000\u200b\ufeff]' or term ~ E'[A-Z \t\r\n\u00a0\u2002\u2003\u3000\u200b\ufeff]') and strpos(mart.fold(t), mart.fold(term)) > 0)
$$;

-- What is rare and asked for by itself; in the order of a page.
create index observation_estimates on indicators.observation (observation_id) where valid_to is null and status = 'estimate';
create index observation_of_others on indicators.observation (observation_id) where valid_to is null and scope <> 'own';
