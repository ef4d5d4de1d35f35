using IndicatorPipeline.Api;

return await ApiHost.RunAsync(args);
