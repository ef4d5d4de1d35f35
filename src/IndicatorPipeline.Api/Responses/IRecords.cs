namespace IndicatorPipeline.Api.Responses;

/// <summary>
/// Records one after the other; before the first <see cref="ReadAsync"/> there is none. Fields are numbered as in their <see cref="Shape"/>.
/// </summary>
internal interface IRecords
{
    /// <summary>Goes to the next record.</summary>
    /// <returns>Whether there is one.</returns>
    ValueTask<bool> ReadAsync(CancellationToken cancellationToken);

    bool IsNull(int field);

    /// <summary>A <see cref="FieldKind.Text"/> or <see cref="FieldKind.Json"/>.</summary>
    string Text(int field);

    IReadOnlyList<string> Texts(int field);

    long Whole(int field);

    /// <summary>A <see cref="FieldKind.Number"/> without trailing zeros: 300.000 and 300 are one number.</summary>
    decimal Number(int field);

    bool Truth(int field);

    DateOnly Date(int field);

    /// <summary>A <see cref="FieldKind.Moment"/> in UTC.</summary>
    DateTime Moment(int field);
}
