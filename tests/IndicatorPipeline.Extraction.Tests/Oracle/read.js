// Reads a JSON list of texts and writes what the official Recognizers read in each: the value if it is the whole text, else its parts.
const { recognizeNumber, recognizePercentage } = require('@microsoft/recognizers-text-number');

const read = text => {
  const whole = results => results.find(result => result.start === 0 && result.end === text.length - 1);
  const percentage = whole(recognizePercentage(text, 'zh-cn'));
  if (percentage) return percentage.resolution.value;
  const numbers = recognizeNumber(text, 'zh-cn');
  const number = whole(numbers);
  if (number) return number.resolution.value;
  return numbers.length === 0 ? 'nothing' : numbers.map(result => result.resolution.value).join(' + ');
};

let input = '';
process.stdin.setEncoding('utf8');
process.stdin.on('data', chunk => { input += chunk; });
process.stdin.on('end', () => process.stdout.write(JSON.stringify(JSON.parse(input).map(read))));
