/** Every word of the page, in English and Chinese. */
const TEXTS = {
  en: {
    other: '中文', skip: 'Skip to the content', title: 'Promised and reached', subtitle: 'What Chinese governments said they would reach, and what they reported the year after. Every number opens its sentence.',
    views: 'Views', choices: 'What to show', tabCompare: 'Targets and outcomes', tabCoverage: 'Coverage', tabRuns: 'Runs and failures',
    region: 'Regions', regionHead: 'Region', indicatorHead: 'Indicator', regionHint: 'Name or code …', indicator: 'Indicators', indicatorHint: 'Name or code …', remove: (name) => `Remove ${name}`,
    measure: 'Measure', years: 'Years', fromYear: 'From year', toYear: 'To year', tableTitle: 'The numbers', download: 'Download CSV', copyLink: 'Copy link', copied: 'Copied', close: 'Close',
    measures: { level: 'Level', growth: 'Growth on the year before', average_growth: 'Average yearly growth', increment: 'Increment', share: 'Share', multiple: 'Multiple', gap: 'Gap' },
    verdicts: { met: 'met', missed: 'missed', open: 'no outcome yet', unjudged: 'not judged', no_target: 'no target stated', no_number: 'target without a number' },
    statuses: { target: 'Target', actual: 'Reported outcome', estimate: 'Estimate' },
    year: 'Year', target: 'Target', outcome: 'Reported', gapColumn: 'Gap', verdict: 'Target met', conflict: 'sources differ', amplification: 'Above upper level',
    none: 'Nothing is stored for this choice. Choose another region, indicator or measure.', choose: 'Choose at least one region and one indicator.', loading: 'Loading …', empty: 'Nothing is stored yet. Run scripts/indicators ingest PATH to read speeches.',
    chartOf: (names) => names, chartNote: 'Lines: reported outcomes. Marks: targets as worded. Click a point to read its sentence.', legend: 'Marks of targets',
    bounds: { '=': 'exactly', '~': 'about (左右)', '>=': 'at least (以上)', '<=': 'at most (以内)', '..': 'range' }, reported: 'reported outcome',
    coverageTitle: 'Which regions and years are in', coverageNote: 'A cell counts the reports of a region in a year and, below, the targets and outcomes known for that year. A cross counts documents that could not be read and leads to the reasons.', speeches: (n) => `${n} speeches`, coverageCell: (region, year, speeches, observations, failed) => `${region} ${year}: ${speeches} reports, ${observations} targets and outcomes${failed ? `, ${failed} failed` : ''}`,
    unknownRegion: 'Region unknown', unknownYear: '?',
    within: 'Regions', nationAndProvinces: 'The nation and its provinces', regionsOf: (name) => `${name} and all below it`,
    showFailures: (region, year, n) => `${region} ${year}: ${n} failed, show why`, failuresOf: (place, n, all) => `${place}: ${n} of ${all}.`, allFailures: 'Show all',
    failuresTitle: 'Documents that failed', runsTitle: 'Runs', noFailures: 'No document has failed.', noRuns: 'No run is recorded.',
    failureHeads: ['Document', 'Stage', 'Reason and remedy', ['Attempts'], 'Last', 'Next attempt'], setAside: 'set aside',
    runHeads: ['Run', 'Kind', 'State', 'Began', ['Took'], ['Seen'], ['New'], ['Changed'], ['Failed'], 'Error'], states: { running: 'running', succeeded: 'succeeded', failed: 'failed', abandoned: 'abandoned' },
    stages: {}, kinds: {},
    facts: { document: 'Document', date: 'Date', source: 'Source', region: 'Region', reading: 'Read as', rule: 'Rule', confidence: 'Confidence' },
    apiLink: 'API description', footer: 'Numbers are read by machine from public speeches; check the sentence before you quote one.',
    problem: (detail) => `The server answers: ${detail}`, offline: 'The server does not answer. Try again in a moment.', units: { person: 'persons', household: 'households', item: '', ratio: '×', CNY: 'yuan', USD: 'US$' },
    scales: [[1e12, 'trn'], [1e9, 'bn'], [1e6, 'm'], [1e3, 'k']],
    open: (what) => `Open the sentence: ${what}`,
  },
  zh: {
    other: 'English', skip: '跳到正文', title: '承诺与兑现', subtitle: '各级政府在报告中提出的目标，与次年报告的结果。点击任何数字即可查看原句。',
    views: '视图', choices: '显示内容', tabCompare: '目标与结果', tabCoverage: '覆盖情况', tabRuns: '运行与失败',
    region: '地区', regionHead: '地区', indicatorHead: '指标', regionHint: '名称或代码……', indicator: '指标', indicatorHint: '名称或代码……', remove: (name) => `移除${name}`,
    measure: '口径', years: '年份', fromYear: '起始年份', toYear: '结束年份', tableTitle: '数据', download: '下载 CSV', copyLink: '复制链接', copied: '已复制', close: '关闭',
    measures: { level: '水平', growth: '同比增长', average_growth: '年均增长', increment: '增量', share: '占比', multiple: '倍数', gap: '差距' },
    verdicts: { met: '完成', missed: '未完成', open: '尚无结果', unjudged: '不作判定', no_target: '未提目标', no_number: '目标无数字' },
    statuses: { target: '目标', actual: '报告结果', estimate: '预计' },
    year: '年份', target: '目标', outcome: '报告结果', gapColumn: '差额', verdict: '是否完成', conflict: '来源不一', amplification: '高于上级目标',
    none: '所选内容没有数据，请另选地区、指标或口径。', choose: '请至少选择一个地区和一个指标。', loading: '读取中……', empty: '还没有数据。请运行 scripts/indicators ingest 路径 来读取讲话。',
    chartOf: (names) => names, chartNote: '线为报告结果，标记为目标及其措辞。点击任一点查看原句。', legend: '目标标记',
    bounds: { '=': '等于', '~': '左右', '>=': '以上', '<=': '以内', '..': '区间' }, reported: '报告结果',
    coverageTitle: '已收录的地区与年份', coverageNote: '单元格为该地区该年的报告数，下方为该年已知的目标与结果数；叉号为未能读取的文件数，点击查看原因。', speeches: (n) => `${n} 篇`, coverageCell: (region, year, speeches, observations, failed) => `${region}${year}年：${speeches}篇报告，${observations}个目标与结果${failed ? `，${failed}个失败` : ''}`,
    unknownRegion: '地区不明', unknownYear: '不明',
    within: '地区范围', nationAndProvinces: '全国及各省', regionsOf: (name) => `${name}及下辖地区`,
    showFailures: (region, year, n) => `${region}${year}年：${n}个失败，查看原因`, failuresOf: (place, n, all) => `${place}年：共${all}个中的${n}个。`, allFailures: '显示全部',
    failuresTitle: '失败的文件', runsTitle: '运行记录', noFailures: '没有失败的文件。', noRuns: '没有运行记录。',
    failureHeads: ['文件', '环节', '原因与办法', ['次数'], '最近', '下次尝试'], setAside: '已搁置',
    runHeads: ['序号', '种类', '状态', '开始', ['用时'], ['看到'], ['新增'], ['变更'], ['失败'], '错误'], states: { running: '运行中', succeeded: '成功', failed: '失败', abandoned: '中断' },
    stages: { fetch: '获取', read: '读取', extract: '提取', save: '保存' }, kinds: { scan: '扫描', ingest: '导入', reextract: '重新提取', extract: '提取', retry: '重试' },
    facts: { document: '文件', date: '日期', source: '来源', region: '地区', reading: '读作', rule: '规则', confidence: '可信度' },
    apiLink: '接口说明', footer: '数字由机器从公开讲话中读出，引用前请核对原句。',
    problem: (detail) => `服务器答复：${detail}`, offline: '服务器没有答复，请稍后再试。', units: { person: '人', household: '户', item: '', ratio: '倍', CNY: '元', USD: '美元' },
    scales: [[1e12, '万亿'], [1e8, '亿'], [1e4, '万']],
    open: (what) => `查看原句：${what}`,
  },
};

let language = 'en';

export function setLanguage(name) {
  language = name;
  document.documentElement.lang = name === 'zh' ? 'zh-CN' : 'en';
  document.title = `${t().title} · IndicatorPipeline`;
  for (const node of document.querySelectorAll('[data-text]')) node.textContent = t()[node.dataset.text];
  for (const node of document.querySelectorAll('[data-label]')) node.setAttribute('aria-label', t()[node.dataset.label]);
}

/** The words of the chosen language. */
export const t = () => TEXTS[language];

export const isChinese = () => language === 'zh';
