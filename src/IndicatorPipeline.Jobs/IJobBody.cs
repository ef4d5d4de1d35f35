namespace IndicatorPipeline.Jobs;

/// <summary>What a piece of work does. Knows no engine; carried out at least once, so doing it again must change nothing.</summary>
public interface IJobBody
{
    /// <summary>The name it is requested by (<see cref="JobNames"/>).</summary>
    string Name { get; }

    /// <summary>Does the work and returns when it is stored.</summary>
    /// <param name="arguments">What the request says.</param>
    /// <param name="cancellationToken">Asks to stop; what is begun is left whole.</param>
    Task RunAsync(string arguments, CancellationToken cancellationToken);

    /// <summary>Takes the work over from a process that ended within it; does it again unless the body knows better.</summary>
    /// <param name="arguments">What the request says.</param>
    /// <param name="cancellationToken">Asks to stop.</param>
    Task RecoverAsync(string arguments, CancellationToken cancellationToken) => RunAsync(arguments, cancellationToken);
}
