using System.CommandLine;
using System.CommandLine.Parsing;

namespace IndicatorPipeline.Cli.CommandLine;

/// <summary>Says in one line what is wrong with a command line and what would be right.</summary>
internal static class UsageMessages
{
    public static string For(ParseResult parsed, string[] args)
    {
        var command = parsed.CommandResult.Command;
        if (command is RootCommand && args.Length > 0 && !args[0].StartsWith('-'))
        {
            return $"unknown verb '{args[0]}'; use one of {Names(command.Subcommands)}";
        }

        var help = command is RootCommand ? "indicators --help" : $"indicators {command.Name} --help";
        var ofArguments = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens);
        var words = parsed.UnmatchedTokens.Concat(ofArguments.Select(token => token.Value));
        if (words.FirstOrDefault(LooksLikeOption) is { } option)
        {
            return $"unknown option '{option}'; '{command.Name}' takes {Names(command.Options)} ({help})";
        }

        var error = parsed.Errors[0];
        return $"{error.Message.TrimEnd('.')}{Place(error)} ({help})";
    }

    /// <summary>Refuses what looks like an option where an argument takes any words: a misspelt option must not become a path.</summary>
    public static Argument<T> RefusingOptions<T>(this Argument<T> argument)
    {
        argument.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => LooksLikeOption(token.Value)))
            {
                result.AddError($"Unknown option '{token.Value}'");
            }
        });
        return argument;
    }

    private static bool LooksLikeOption(string token) => token.Length > 1 && token[0] == '-';

    private static string Names(IEnumerable<Symbol> symbols) =>
        string.Join(", ", symbols.Where(symbol => !symbol.Hidden).Select(symbol => symbol.Name));

    private static string Place(ParseError error) =>
        error.SymbolResult is OptionResult option && !error.Message.Contains(option.Option.Name, StringComparison.Ordinal)
            ? $" for {option.Option.Name}"
            : "";
}
