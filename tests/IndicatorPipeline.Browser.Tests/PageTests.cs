using System.Text.RegularExpressions;
using IndicatorPipeline.Browser.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IndicatorPipeline.Browser.Tests;

/// <summary>The page as a person uses it. Every test also fails on an error in the console and on a request to another server.</summary>
[Collection(BrowsingCollection.Name)]
public sealed class PageTests(Browsing browsing)
{
    [BrowserFact]
    public async Task A_first_visitor_sees_targets_against_outcomes()
    {
        await using var watched = await browsing.OpenAsync("/?lang=en");
        var page = watched.Page;
        await Expect(page.Locator("#chart svg")).ToBeVisibleAsync();
        await Expect(page.Locator("#table tbody tr").First).ToBeVisibleAsync();
        await Expect(page.Locator("#chart")).ToHaveAttributeAsync("aria-label", new Regex("Target|Reported"));
        await Expect(page.Locator("#legend li").First).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Choosing_a_region_and_an_indicator_by_keyboard_shows_them_and_the_address_keeps_them()
    {
        await using var watched = await browsing.OpenAsync("/?lang=en&region=330000&indicator=gdp");
        var page = watched.Page;
        await Expect(page.Locator("#table tbody tr").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Regions" }).FocusAsync();
        await page.Keyboard.TypeAsync("shandong");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#table tbody th", new() { HasText = "Shandong" }).First).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(new Regex("region=330000,370000"));

        await page.ReloadAsync();
        await Expect(page.Locator("#table tbody th", new() { HasText = "Shandong" }).First).ToBeVisibleAsync();
        await Expect(page.Locator("#region-picker .chips li")).ToHaveCountAsync(2);
    }

    [BrowserFact]
    public async Task A_click_on_a_number_opens_its_sentence_highlighted_in_its_document()
    {
        await using var watched = await browsing.OpenAsync("/?lang=zh&region=370000&indicator=gdp&measure=growth");
        var page = watched.Page;
        await page.Locator("#table .value", new() { HasText = "≥ 6%" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await Expect(page.Locator("#sentence-mark")).ToHaveTextAsync("山东省生产总值增长5%以上，");
        await Expect(page.Locator("#sentence-mark strong")).ToHaveTextAsync("5%");
        await Expect(page.Locator("#sentence-mark")).ToBeInViewportAsync();
        await Expect(page.Locator("#sentence-facts")).ToContainTextAsync("2022-01-15");
        await Expect(page.Locator("#sentence-facts")).ToContainTextAsync("file:///seeds/370000/山东省2022年政府工作报告.txt");
        await Expect(page).ToHaveURLAsync(new Regex("open=\\d+"));

        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await Expect(page.Locator("#table .value", new() { HasText = "≥ 6%" })).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task A_click_on_a_point_of_the_chart_opens_its_sentence()
    {
        await using var watched = await browsing.OpenAsync("/?lang=en&region=370000&indicator=gdp&measure=growth");
        var page = watched.Page;
        await Expect(page.Locator("#chart svg")).ToBeVisibleAsync();
        // Circles of outcomes are drawn as filled paths in the line's colour, one a year.
        await page.Locator("#chart svg path[fill='#17659c']").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await Expect(page.Locator("#sentence-mark strong")).ToHaveTextAsync(new Regex("%"));
    }

    [BrowserFact]
    public async Task The_language_changes_every_word()
    {
        await using var watched = await browsing.OpenAsync("/?lang=en&region=370000&indicator=gdp");
        var page = watched.Page;
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Promised and reached" })).ToBeVisibleAsync();
        await page.Locator("#language").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "承诺与兑现" })).ToBeVisibleAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "zh-CN");
        await Expect(page.Locator("#table thead")).ToContainTextAsync("报告结果");
        await Expect(page.Locator("#chart-title")).ToContainTextAsync("地区生产总值");
        await Expect(page).ToHaveURLAsync(new Regex("lang=zh"));
    }

    [BrowserFact]
    public async Task Coverage_and_runs_show_what_is_in_and_what_failed()
    {
        await using var watched = await browsing.OpenAsync("/?lang=en&region=370000&indicator=gdp");
        var page = watched.Page;
        await page.GetByRole(AriaRole.Tab, new() { Name = "Coverage" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Shandong 2023: 1 reports", Exact = false })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Tab, new() { Name = "Coverage" }).FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.GetByRole(AriaRole.Tab, new() { Name = "Runs and failures" })).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(page.Locator("#failure-table")).ToContainTextAsync("the PDF holds pictures of pages and no text");
        await Expect(page.Locator("#run-table")).ToContainTextAsync("succeeded");
    }

    [BrowserFact]
    public async Task A_cell_of_the_matrix_leads_to_the_failures_it_counts()
    {
        await using var watched = await browsing.OpenAsync("/?lang=en&view=coverage");
        var page = watched.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Guangdong 2025: 1 failed" }).ClickAsync();
        await Expect(page.Locator("#failure-table")).ToContainTextAsync("the PDF holds pictures of pages and no text");
        await Expect(page.Locator("#failure-choice")).ToContainTextAsync("广东省2025: 1 of 1.");
        await Expect(page).ToHaveURLAsync(new Regex("failed="));
        await page.GetByRole(AriaRole.Button, new() { Name = "Show all" }).ClickAsync();
        await Expect(page.Locator("#failure-choice")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task Nothing_in_a_document_runs_and_all_of_it_is_shown()
    {
        await using var watched = await browsing.OpenAsync("/?lang=en&region=370000&indicator=gdp&measure=growth");
        var page = watched.Page;
        await page.Locator("#table .value").First.ClickAsync();
        await Expect(page.Locator("#sentence-text")).ToContainTextAsync("<script>window.hurt=1</script>");
        Assert.Equal(0, await page.Locator("#sentence-text script").CountAsync());
        Assert.False(await page.EvaluateAsync<bool>("() => 'hurt' in window"));
    }

    [BrowserFact]
    public async Task What_is_seen_can_be_downloaded()
    {
        await using var watched = await browsing.OpenAsync("/?lang=en&region=370000&indicator=gdp&measure=growth");
        var page = watched.Page;
        await Expect(page.Locator("#table tbody tr").First).ToBeVisibleAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("#csv").ClickAsync());
        var text = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.Equal(await page.Locator("#table tbody tr").CountAsync(), text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1);
    }

    [BrowserFact]
    public async Task On_a_phone_nothing_is_wider_than_the_screen()
    {
        await using var watched = await browsing.OpenAsync("/?lang=en&region=370000,330000&indicator=gdp", width: 360, height: 740);
        var page = watched.Page;
        foreach (var tab in new[] { "Targets and outcomes", "Coverage", "Runs and failures" })
        {
            await page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();
            await Expect(page.Locator("main section:not([hidden]) table").Last.Locator("tr").First).ToBeVisibleAsync();
            Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= 360, tab);
        }
    }

    [BrowserFact]
    public async Task Where_sources_differ_each_number_opens_its_own_sentence()
    {
        await using var watched = await browsing.OpenAsync("/?lang=en&region=330000&indicator=gdp&measure=growth");
        var page = watched.Page;
        var other = page.Locator("#table .others .value");
        await Expect(other).ToHaveCountAsync(1);
        var number = await other.InnerTextAsync();
        Assert.DoesNotContain(number, await page.Locator("#table tr", new() { Has = other }).Locator("td > .value").AllInnerTextsAsync());
        await other.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await Expect(page.Locator("#sentence-mark strong")).ToHaveTextAsync(number);
    }

    [BrowserFact]
    public async Task A_link_to_what_is_not_there_says_so_and_draws_nothing()
    {
        await using var watched = await browsing.OpenAsync("/?lang=zh&region=370000&indicator=nothing");
        watched.Expected = "400";
        await Expect(watched.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("There is no indicator 'nothing'");
        await Expect(watched.Page.Locator("#figure")).ToBeHiddenAsync();
        await Expect(watched.Page.Locator("#table")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task A_choice_without_numbers_says_so()
    {
        await using var watched = await browsing.OpenAsync("/?lang=en&region=370000&indicator=population.total");
        await Expect(watched.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync(new Regex("Nothing is stored"));
        await Expect(watched.Page.Locator("#figure")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task A_server_that_fails_is_said_on_the_page_in_its_own_words()
    {
        await using var watched = await browsing.OpenAsync("/?lang=en&region=370000&indicator=gdp");
        watched.Expected = "503";
        await Expect(watched.Page.Locator("#table tbody tr").First).ToBeVisibleAsync();
        await watched.Page.RouteAsync("**/api/v1/runs*", route => route.FulfillAsync(new()
        {
            Status = 503, ContentType = "application/problem+json", Body = """{"status":503,"detail":"The database <b>rests</b>."}""",
        }));
        await watched.Page.GetByRole(AriaRole.Tab, new() { Name = "Runs and failures" }).ClickAsync();
        await Expect(watched.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The server answers: The database <b>rests</b>.");
    }
}
