namespace IndicatorPipeline.Soak.Faults;

/// <summary>No page more fits on the database's disk, for some seconds.</summary>
internal sealed class FullDisk : Fault
{
    private const string Words = "disk is full";

    public override string Name => "full disk";

    public override async Task StrikeAsync(Battlefield field, CancellationToken cancellationToken)
    {
        var disk = field.Disk ?? throw new InvalidOperationException("there is no disk to fill");
        var before = field.Fleet.CountLines(Words);
        await disk.FillAsync();
        for (var i = 0; i < 30; i++)
        {
            await Task.Delay(500, cancellationToken);
            // Pages that became free meanwhile are taken too.
            await disk.FillAsync();
        }

        disk.Free();
        field.Ledger.Add("times a job met the full disk and waited", $"{field.Fleet.CountLines(Words) - before}");
    }
}
