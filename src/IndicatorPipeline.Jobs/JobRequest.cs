namespace IndicatorPipeline.Jobs;

/// <summary>A piece of work for any worker: which body, and what it is told. Small enough to be stored by any engine.</summary>
/// <param name="Name">The body's name (<see cref="JobNames"/>).</param>
/// <param name="Arguments">What the body is told; ids, never contents.</param>
public sealed record JobRequest(string Name, string Arguments = "");
