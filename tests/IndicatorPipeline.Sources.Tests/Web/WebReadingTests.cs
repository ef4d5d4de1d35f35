using System.Diagnostics;
using IndicatorPipeline.Sources.Tests.Making;
using Microsoft.AspNetCore.Http;

namespace IndicatorPipeline.Sources.Tests.Web;

public class WebReadingTests
{
    [Fact]
    public async Task A_page_is_read_with_its_validators_and_the_date_of_retrieval()
    {
        await using var site = await Site.StartAsync();
        site.Page("/2025/report.txt", context =>
        {
            context.Response.Headers.ETag = "\"v1\"";
            context.Response.Headers.LastModified = "Sun, 12 Jan 2025 08:00:00 GMT";
            return context.Response.WriteAsync("增长8%");
        });
        var before = DateTimeOffset.UtcNow;
        var read = Assert.IsType<ReadDocument>(Assert.Single(await site.ReadAsync("/2025/report.txt")));
        Assert.Equal(("report", "增长8%", site.Root + "/2025/report.txt"), (read.Document.Id, read.Document.Text, read.Path));
        Assert.Equal(("\"v1\"", "Sun, 12 Jan 2025 08:00:00 GMT"), (read.Retrieval!.ETag, read.Retrieval.LastModified));
        Assert.InRange(read.Retrieval.At, before, DateTimeOffset.UtcNow);
    }

    [Fact]
    public async Task A_known_page_is_asked_for_conditionally_and_not_sent_again()
    {
        await using var site = await Site.StartAsync();
        site.Page("/a.txt", context =>
        {
            var isSame = context.Request.Headers.IfNoneMatch == "\"v1\""
                && context.Request.Headers.IfModifiedSince == "Sun, 12 Jan 2025 08:00:00 GMT";
            context.Response.StatusCode = isSame ? 304 : 500;
            return Task.CompletedTask;
        });
        var known = new KnownVersion("00", "\"v1\"", "Sun, 12 Jan 2025 08:00:00 GMT");
        var same = Assert.IsType<ReadUnchanged>(Assert.Single(await site.ReadAsync("/a.txt", known: _ => known)));
        Assert.Equal(known, same.Version);
    }

    [Fact]
    public async Task A_page_sent_again_with_the_same_bytes_is_unchanged_and_with_others_a_new_version()
    {
        await using var site = await Site.StartAsync();
        site.Page("/a.txt", "一");
        var first = Assert.IsType<ReadDocument>(Assert.Single(await site.ReadAsync("/a.txt")));
        KnownVersion Known(string path) => new(first.ContentHash);
        Assert.IsType<ReadUnchanged>(Assert.Single(await site.ReadAsync("/a.txt", known: Known)));
        site.Page("/a.txt", "二");
        Assert.NotEqual(first.ContentHash, Assert.IsType<ReadDocument>(Assert.Single(await site.ReadAsync("/a.txt", known: Known))).ContentHash);
    }

    [Fact]
    public async Task A_failing_server_is_asked_again()
    {
        await using var site = await Site.StartAsync();
        site.Page("/a.txt", context =>
        {
            context.Response.StatusCode = site.Count("/a.txt") < 3 ? 503 : 200;
            return context.Response.WriteAsync("一");
        });
        Assert.IsType<ReadDocument>(Assert.Single(await site.ReadAsync("/a.txt")));
        Assert.Equal(3, site.Count("/a.txt"));
    }

    [Fact]
    public async Task A_server_that_goes_on_failing_is_given_up()
    {
        await using var site = await Site.StartAsync();
        site.Page("/a.txt", context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        var failure = await site.FailureAsync("/a.txt");
        Assert.Equal((FailureKind.Unreachable, "the server says 500"), (failure.Kind, failure.Reason));
        Assert.Equal(3, site.Count("/a.txt"));
    }

    [Fact]
    public async Task Retry_After_is_kept()
    {
        await using var site = await Site.StartAsync();
        site.Page("/a.txt", context =>
        {
            context.Response.StatusCode = site.Count("/a.txt") == 1 ? 429 : 200;
            context.Response.Headers.RetryAfter = "1";
            return context.Response.WriteAsync("一");
        });
        Assert.IsType<ReadDocument>(Assert.Single(await site.ReadAsync("/a.txt")));
        var starts = site.Requests.Where(request => request.Path == "/a.txt").Select(request => request.Start).ToList();
        Assert.True(Stopwatch.GetElapsedTime(starts[0], starts[1]) > TimeSpan.FromSeconds(0.95));
    }

    [Fact]
    public async Task A_Retry_After_of_hours_fails_at_once()
    {
        await using var site = await Site.StartAsync();
        site.Page("/a.txt", context =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = "7200";
            return Task.CompletedTask;
        });
        Assert.Equal("the server says 503 and asks to wait 7200 seconds", (await site.FailureAsync("/a.txt")).Reason);
        Assert.Equal(1, site.Count("/a.txt"));
    }

    [Fact]
    public async Task Redirects_are_followed_and_the_last_address_is_kept()
    {
        await using var site = await Site.StartAsync();
        site.Page("/old", context => Redirect(context, "/new.txt")).Page("/new.txt", "一");
        var read = Assert.IsType<ReadDocument>(Assert.Single(await site.ReadAsync("/old")));
        Assert.Equal((site.Root + "/old", site.Root + "/new.txt", "new"), (read.Path, read.Retrieval!.Address.AbsoluteUri, read.Document.Id));
    }

    [Fact]
    public async Task Redirects_in_a_circle_end()
    {
        await using var site = await Site.StartAsync();
        site.Page("/a", context => Redirect(context, "/b")).Page("/b", context => Redirect(context, "/a"));
        Assert.Equal("more than 5 redirects", (await site.FailureAsync("/a")).Reason);
    }

    [Theory]
    [InlineData("file:///etc/passwd", "file addresses are not fetched")]
    [InlineData("http://user:word@127.0.0.1/", "the address holds a user name or password")]
    public async Task A_redirect_is_checked_like_a_first_address(string to, string reason)
    {
        await using var site = await Site.StartAsync();
        site.Page("/a", context => Redirect(context, to));
        var failure = await site.FailureAsync("/a");
        Assert.Equal((FailureKind.Refused, reason), (failure.Kind, failure.Reason));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task A_private_address_is_refused_before_a_byte_is_sent(string host)
    {
        await using var site = await Site.StartAsync();
        site.Page("/a.txt", "一");
        var address = new UriBuilder(site.Root + "/a.txt") { Host = host }.Uri.AbsoluteUri;
        var options = new ReadingOptions { Web = Site.Quick with { AllowPrivateAddresses = false } };
        var failure = Assert.IsType<ReadFailure>(Assert.Single(await new SourceReader(options).ReadAsync(address).ToListAsync()));
        Assert.Equal(FailureKind.Refused, failure.Kind);
        Assert.Empty(site.Requests);
    }

    [Fact]
    public async Task What_robots_txt_forbids_is_not_fetched()
    {
        await using var site = await Site.StartAsync();
        site.Page("/robots.txt", "User-agent: *\nDisallow: /secret").Page("/secret/a.txt", "一").Page("/b.txt", "二");
        Assert.Equal(FailureKind.Refused, (await site.FailureAsync("/secret/a.txt")).Kind);
        Assert.Equal(0, site.Count("/secret/a.txt"));
        Assert.IsType<ReadDocument>(Assert.Single(await site.ReadAsync("/b.txt")));
    }

    [Fact]
    public async Task A_site_whose_robots_txt_fails_is_left_alone()
    {
        await using var site = await Site.StartAsync();
        site.Page("/a.txt", "一").Page("/robots.txt", context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        Assert.Equal("robots.txt cannot be read: the server says 500", (await site.FailureAsync("/a.txt")).Reason);
        Assert.Equal(0, site.Count("/a.txt"));
    }

    [Fact]
    public async Task Requests_to_one_host_keep_their_distance()
    {
        await using var site = await Site.StartAsync();
        site.Page("/a.txt", "一").Page("/b.txt", "二");
        var delay = TimeSpan.FromMilliseconds(120);
        var options = new ReadingOptions { Web = Site.Quick with { DelayPerHost = delay } };
        Assert.Equal(2, await new SourceReader(options).ReadAsync([site.Root + "/a.txt", site.Root + "/b.txt"]).CountAsync());
        var starts = site.Requests.Select(request => request.Start).ToList();
        Assert.Equal(3, starts.Count);
        // The first requests of a connection may start late and so look closer to the next; only the whole is bounded.
        Assert.True(Stopwatch.GetElapsedTime(starts[0], starts[^1]) > delay);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_is_refused_declared_or_not(bool isDeclared)
    {
        await using var site = await Site.StartAsync();
        site.Page("/a.txt", async context =>
        {
            context.Response.ContentLength = isDeclared ? 5000 : null;
            await context.Response.Body.WriteAsync(new byte[5000]);
        });
        Assert.Equal(FailureKind.TooLarge, (await site.FailureAsync("/a.txt", maxBytes: 4000)).Kind);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_no_document()
    {
        await using var site = await Site.StartAsync();
        site.Page("/a.txt", async context =>
        {
            context.Response.ContentLength = 5000;
            await context.Response.WriteAsync("增长8%");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        Assert.Equal(FailureKind.Unreachable, (await site.FailureAsync("/a.txt")).Kind);
        Assert.Equal(3, site.Count("/a.txt"));
    }

    [Fact]
    public async Task A_server_that_never_answers_times_out()
    {
        await using var site = await Site.StartAsync();
        site.Page("/a.txt", context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        var failure = await site.FailureAsync("/a.txt", Site.Quick with { Timeout = TimeSpan.FromSeconds(5), Retries = 0 });
        Assert.Equal(FailureKind.Timeout, failure.Kind);
    }

    [Theory]
    [InlineData(404, FailureKind.NotFound)]
    [InlineData(410, FailureKind.NotFound)]
    [InlineData(403, FailureKind.AccessDenied)]
    [InlineData(418, FailureKind.Unreachable)]
    public async Task A_status_tells_its_kind_and_is_not_tried_again(int status, FailureKind kind)
    {
        await using var site = await Site.StartAsync();
        site.Page("/a.txt", context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        Assert.Equal(kind, (await site.FailureAsync("/a.txt")).Kind);
        Assert.Equal(1, site.Count("/a.txt"));
    }

    [Fact]
    public async Task The_charset_of_the_header_counts()
    {
        await using var site = await Site.StartAsync();
        site.Page("/a.txt", context =>
        {
            context.Response.ContentType = "text/plain; charset=big5";
            return context.Response.Body.WriteAsync(Bytes.In("big5", "增")).AsTask();
        });
        var read = Assert.IsType<ReadDocument>(Assert.Single(await site.ReadAsync("/a.txt")));
        Assert.Equal(("增", new TextEncoding("big5", EncodingEvidence.Declared)), (read.Document.Text, read.Encoding));
    }

    [Fact]
    public async Task A_page_without_a_telling_name_is_read_by_its_media_type()
    {
        await using var site = await Site.StartAsync();
        site.Page("/show?id=7", "<p>去年地区生产总值增长8%左右。", "text/html");
        var read = Assert.IsType<ReadDocument>(Assert.Single(await site.ReadAsync("/show?id=7")));
        Assert.Equal(("去年地区生产总值增长8%左右。", "text/html"), (read.Document.Text, read.MediaType));
    }

    [Fact]
    public async Task An_index_page_gives_the_pages_whose_addresses_match_each_once()
    {
        await using var site = await Site.StartAsync();
        site.Page("/list/",
            "<base href='/pages/'><a href='1.txt'>一</a><a href='1.txt#top'>again</a><a href='2.txt'>二</a><a href='/about.html'>x</a><a href='mailto:a@b'>y</a>", "text/html")
            .Page("/pages/1.txt", "一").Page("/pages/2.txt", "二");
        var results = await new SourceReader(new ReadingOptions { Web = Site.Quick })
            .ReadIndexAsync(new Uri(site.Root + "/list/"), @"/pages/\d+\.txt$").ToListAsync();
        Assert.Equal(["一", "二"], results.Select(result => Assert.IsType<ReadDocument>(result).Document.Text));
        Assert.Equal(0, site.Count("/about.html"));
    }

    [Fact]
    public async Task An_index_page_without_matching_links_is_a_failure_and_a_bad_pattern_the_callers_mistake()
    {
        await using var site = await Site.StartAsync();
        site.Page("/list/", "<a href='1.txt'>一</a>", "text/html");
        var reader = new SourceReader(new ReadingOptions { Web = Site.Quick });
        var failure = Assert.IsType<ReadFailure>(Assert.Single(await reader.ReadIndexAsync(new Uri(site.Root + "/list/"), @"\.pdf$").ToListAsync()));
        Assert.Equal(FailureKind.NotFound, failure.Kind);
        Assert.ThrowsAny<ArgumentException>(() => reader.ReadIndexAsync(new Uri(site.Root), "("));
    }

    private static Task Redirect(HttpContext context, string to)
    {
        context.Response.StatusCode = 302;
        context.Response.Headers.Location = to;
        return Task.CompletedTask;
    }
}
