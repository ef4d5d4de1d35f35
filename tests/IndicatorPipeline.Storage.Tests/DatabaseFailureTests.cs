using System.Net.Sockets;
using Npgsql;

namespace IndicatorPipeline.Storage.Tests;

/// <summary>What a person reads when the database fails.</summary>
public sealed class DatabaseFailureTests
{
    [Fact]
    public void A_connection_that_breaks_is_no_wrong_address()
    {
        var broken = new NpgsqlException("Exception while reading from stream",
            new EndOfStreamException("Attempted to read past the end of the stream."));

        Assert.True(DatabaseFailure.IsUnavailable(broken));
        Assert.Equal(
            "the connection to PostgreSQL broke (Exception while reading from stream: Attempted to read past the end of the stream.): its log says why; begin again when it runs; what is stored stays",
            DatabaseFailure.Explain(broken));
    }

    [Fact]
    public void A_server_that_cannot_be_reached_may_be_the_wrong_one()
    {
        var refused = new NpgsqlException("Failed to connect to 127.0.0.1:9", new SocketException((int)SocketError.ConnectionRefused));

        Assert.True(DatabaseFailure.IsUnavailable(refused));
        Assert.EndsWith("Connection refused): start it (scripts/postgres start), or correct ConnectionStrings__Indicators",
            DatabaseFailure.Explain(refused), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reason_that_is_its_own_cause_is_said_once() =>
        Assert.StartsWith("cannot reach PostgreSQL (gone): ", DatabaseFailure.Explain(new NpgsqlException("gone", new TimeoutException("gone"))),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("57P03", "the database system is not yet accepting connections", "PostgreSQL is starting, ending or was told to end this session")]
    [InlineData("53100", "could not extend file", "the database server's disk is full (could not extend file): free space")]
    [InlineData("25006", "cannot execute INSERT", "the database is read-only: connect to the primary server")]
    public void A_server_that_cannot_work_now_is_waited_for(string state, string text, string said)
    {
        var failure = new InvalidOperationException("while saving", new PostgresException(text, "FATAL", "FATAL", state));

        Assert.True(DatabaseFailure.IsUnavailable(failure));
        Assert.StartsWith(said, DatabaseFailure.Explain(failure), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_failure_of_the_database_is_left_to_others()
    {
        Assert.Null(DatabaseFailure.Explain(new IOException("disk")));
        Assert.False(DatabaseFailure.IsUnavailable(new PostgresException("duplicate key", "ERROR", "ERROR", "23505")));
    }
}
