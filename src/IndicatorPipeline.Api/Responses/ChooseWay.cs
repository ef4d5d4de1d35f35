namespace IndicatorPipeline.Api.Responses;

/// <summary>Chooses between statements that find the same rows.</summary>
/// <param name="isPage">Whether the first rows are wanted, not all.</param>
/// <param name="count">Counts the rows of a FROM clause, no further than one beyond a bound.</param>
internal delegate Task<RecordQuery> ChooseWay(bool isPage, Func<string, int, Task<long>> count);
