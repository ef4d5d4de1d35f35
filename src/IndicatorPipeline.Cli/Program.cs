using IndicatorPipeline.Cli.CommandLine;

return await IndicatorsCommand.RunAsync(args);
