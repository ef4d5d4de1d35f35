using IndicatorPipeline.Api.Database;

namespace IndicatorPipeline.Api.Responses;

/// <summary>Chooses between statements that find the same rows.</summary>
/// <param name="isPage">Whether the first rows are wanted, not all.</param>
/// <param name="look">What the choice may ask the database.</param>
internal delegate Task<RecordQuery> ChooseWay(bool isPage, Look look);
