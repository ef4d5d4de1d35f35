// Reads the SDMX part with two clients that others wrote, and prints what they understood as JSON.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const sdmx = require('sdmx-rest');
const { SDMXParser } = require('sdmx-json-parser');

const server = process.argv[2];
const result = {};

// sdmx-rest: builds addresses of each version of the standard, and asks them.
const service = (api) => sdmx.getService({ url: `${server}/sdmx`, api });
const csv = { headers: { accept: 'application/vnd.sdmx.data+csv;version=2.0.0' } };
const key = 'gdp.370000.actual.growth';
const before2 = sdmx.getDataQuery({ flow: 'IP,INDICATORS,1.0', key, start: '2020', end: '2024' });
const since2 = sdmx.getDataQuery2({ context: 'dataflow=IP:INDICATORS(1.0)', key, filters: ['TIME_PERIOD=ge:2020+le:2024'] });
result.answers = await Promise.all([
  ...['v1.0.0', 'v1.2.0', 'v1.5.0'].map((api) => sdmx.request(before2, service(api), csv)),
  sdmx.request2(since2, service('v2.0.0'), csv).then((response) => response.text()),
]);
const list = sdmx.getMetadataQuery({ resource: 'codelist', agency: 'IP', id: 'CL_STATUS', version: '1.0' });
result.lists = await Promise.all(['v1.5.0', 'v2.0.0'].map((api) => sdmx.request(list, sdmx.getService({ url: `${server}/sdmx`, api }))));
result.refused = await sdmx.request(sdmx.getDataQuery({ flow: 'INDICATORS', key: 'gpd...' }), service('v1.5.0'), csv).then(() => null, (error) => String(error.message ?? error));

// sdmx-json-parser: fetches an address and takes the message apart.
const parser = new SDMXParser();
await parser.getDatasets(`${server}/sdmx/data/INDICATORS/gdp.370000+330000.actual.growth?startPeriod=2020&endPeriod=2024`);
result.name = parser.getName();
result.dimensions = parser.getDimensions().map((dimension) => dimension.id);
result.data = parser.getData();
process.stdout.write(JSON.stringify(result));
