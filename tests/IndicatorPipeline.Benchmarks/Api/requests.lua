-- Requests of one kind (the environment's KIND) over all regions and indicators, so that no answer is asked for twice in a row; prints the latencies at the end.
local kind = os.getenv("KIND")
local areas, indicators = {}, {}
for line in io.lines(os.getenv("AREAS")) do areas[#areas + 1] = line end
for line in io.lines(os.getenv("INDICATORS")) do indicators[#indicators + 1] = line end
local words = { "%E5%A2%9E%E9%95%BF5%25", "%E5%9B%BA%E5%AE%9A%E8%B5%84%E4%BA%A7%E6%8A%95%E8%B5%84%E5%A2%9E%E9%95%BF", "%E6%94%B9%E5%96%84%E6%B0%91%E7%94%9F", "%E5%8A%9B%E4%BA%89%E5%9C%B0%E5%8C%BA" }

function init(args) math.randomseed(tonumber(tostring({}):match("0x(%x+)"), 16) % 2147483647) end

function request()
  local area, indicator = areas[math.random(#areas)], indicators[math.random(#indicators)]
  if kind == "series" then return wrk.format("GET", "/api/v1/series/" .. indicator .. "." .. area .. ".target+actual.growth") end
  if kind == "page" then return wrk.format("GET", "/api/v1/observations?indicator=" .. indicator .. "&region=" .. area .. "&from=" .. 2000 + math.random(20) .. "&limit=50") end
  if kind == "outcomes" then return wrk.format("GET", "/api/v1/outcomes?indicator=" .. indicator .. "&region=" .. area) end
  return wrk.format("GET", "/api/v1/observations?q=" .. words[math.random(#words)] .. "&region=" .. area .. "&limit=20")
end

function done(summary, latency, requests)
  io.write(string.format("%-9s %6.0f requests/s   p50 %6.1f ms   p95 %6.1f ms   p99 %6.1f ms   errors %d\n", kind, summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000, summary.errors.status + summary.errors.timeout + summary.errors.connect + summary.errors.read))
end
