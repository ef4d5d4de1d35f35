namespace IndicatorPipeline.Soak.Faults;

/// <summary>Something that goes wrong in years of nights.</summary>
internal abstract class Fault
{
    /// <summary>What it is called in the figures.</summary>
    public abstract string Name { get; }

    /// <summary>Lets it happen, and returns when what can be put right by an administrator is right again.</summary>
    public abstract Task StrikeAsync(Battlefield field, CancellationToken cancellationToken);
}
