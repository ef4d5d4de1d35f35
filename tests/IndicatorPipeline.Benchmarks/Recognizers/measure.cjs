// Reads sentences with one of the Recognizers; prints how many things it found and the processor seconds that took, warm.
//   node measure.cjs number|suite SENTENCES.jsonl
'use strict';
const fs = require('node:fs');
const [model, file] = process.argv.slice(2);
const culture = 'zh-cn';
const number = require('@microsoft/recognizers-text-number');
const suite = model === 'suite' ? require('@microsoft/recognizers-text-suite') : null;
const readers = {
  number: text => number.recognizeNumber(text, culture),
  // What a statement needs: numbers, percentages, money and sizes, dates.
  suite: text => [
    ...suite.recognizeNumber(text, culture), ...suite.recognizePercentage(text, culture),
    ...suite.recognizeCurrency(text, culture), ...suite.recognizeDimension(text, culture), ...suite.recognizeDateTime(text, culture),
  ],
};
const read = readers[model];
if (!read || !file) throw new Error('usage: node measure.cjs number|suite SENTENCES.jsonl');
const sentences = fs.readFileSync(file, 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line).text);
for (const sentence of sentences.slice(0, 50)) read(sentence);
const before = process.cpuUsage();
let found = 0;
for (const sentence of sentences) found += read(sentence).length;
const { user, system } = process.cpuUsage(before);
console.log(`${found} ${((user + system) / 1e6).toFixed(3)}`);
