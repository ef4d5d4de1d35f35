using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Binding;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>Whose number it is: the speaker's, the nation's, the province's or another place's.</summary>
internal static class ScopeReader
{
    // What comes here from abroad, or is done with it.
    private static readonly PhraseSearch Guests =
        new(["客商", "商人", "企业", "公司", "集团", "投资", "合作", "项目", "专家", "游客", "旅客", "进口", "出口", "贸易", "市场", "订单", "援助", "留学", "友人", "贷款", "引进"]);

    /// <summary>Scope, the place as named and its code.</summary>
    public static (Scope Scope, string? Place, string? Code) Read(BindingContext context, in Claim claim, SpeechFacts facts)
    {
        if (facts.Abroad is not { } country) return ReadSaid(context, claim, facts);
        var read = ReadSaid(context, claim, facts);
        return read is { Scope: Scope.Own, Code: null } ? (Scope.Other, read.Place ?? country, null) : read;
    }

    private static (Scope Scope, string? Place, string? Code) ReadSaid(BindingContext context, in Claim claim, SpeechFacts facts)
    {
        var own = facts.Speech.RegionCode?.Value;
        if (Abroad(context, claim) is var country and >= 0) return (Scope.Other, context.TextOf(country).ToString(), null);
        if (claim.Place < 0) return (Scope.Own, null, own);
        var tokens = context.Sentence.Tokens;
        ref readonly var token = ref tokens[claim.Place];
        var entry = token.Entry!;
        // 占全省的15.2%、全国的2.1%, 汇聚全国1/7的企业: another total, not another owner.
        if (claim.Measure == Measure.Share && IsTotal(tokens, claim)) return (Scope.Own, null, own);
        // 与全市平均水平相差212元: compared with, too.
        if (claim.Measure == Measure.Gap && token.Start > context.Sentence.Start && context.Text[token.Start - 1] is '与' or '同' or '比' or '距')
            return (Scope.Own, null, own);
        if (IsOfWorld(context, claim)) return (Scope.Other, context.TextOf(claim.Place).ToString(), null);
        // 低于发达国家平均70%的水平: the other's own figure.
        if (token.Is(Role.Abroad) && claim.Measure != Measure.Gap && claim.Place > 0 && tokens[claim.Place - 1].Is(Role.BoundBefore | Role.Gap))
            return (Scope.Other, new string(context.Text[token.Start..token.End]), null);
        // 引进上海企业项目, 对美国出口: a place inside a name does not own the figure.
        if ((entry.RegionCode is not null || entry.Scope == Scope.Other) && !Owns(context, claim)) return (Scope.Own, null, own);
        var place = entry.Term;
        if (entry.RegionCode is { } code)
        {
            // 昆山市地区生产总值是我市的3.5倍.
            if (facts.Level != GovernmentLevel.Nation && (own is null || !Inside(code, own)) && SpeaksOfOwn(context))
                return (own is not null && Inside(own, code) ? Scope.Province : Scope.Other, place, code);
            if (own is null || facts.Level == GovernmentLevel.Nation || Inside(code, own)) return (Scope.Own, place, code);
            // A named place is another place's figure only where it owns an indicator of the catalogue.
            return !claim.Subject.IsCore ? (Scope.Own, place, own) : (Inside(own, code) ? Scope.Province : Scope.Other, place, code);
        }

        // The city above a county or district; a city of that level calls itself 全市 too.
        if (facts.Level == GovernmentLevel.County && entry.Term is "全市" or "全地区" && claim.Subject.IsCore
            && !(facts.Speech.Place?.Value.EndsWith('市') ?? false))
        {
            return (Scope.Other, place, own is null ? null : string.Concat(own.AsSpan(0, 4), "00"));
        }
        var scope = entry.Scope switch
        {
            // 全区 is the speaker's district or zone, but in the autonomous regions.
            Scope.Province when entry.Term is "全区" && !(facts.Level == GovernmentLevel.Prefecture && IsAutonomous(own)) => Scope.Own,
            Scope.Province when facts.Level == GovernmentLevel.Unknown && SpeaksOfOwn(context) => Scope.Province,
            Scope.Nation when facts.Level == GovernmentLevel.Nation => Scope.Own,
            Scope.Province when facts.Level is GovernmentLevel.Province or GovernmentLevel.Nation or GovernmentLevel.Unknown => Scope.Own,
            var said => said,
        };
        // 全球仍有10亿饥饿人口: those of the world.
        if (entry.Term is "全球" or "世界" or "全世界" && claim.Source == SubjectSource.Behind && claim.Place + 3 >= claim.Token
            && tokens[claim.Token - 1].Is(Role.Link) && LeadsClause(tokens, claim.Place))
        {
            return (Scope.Other, place, null);
        }
        // 全国重点实验室 is a name: only an indicator, or a place alone, is the nation's own figure.
        // So is 世界技能大赛; but 美国联邦债务 is the foreign country's.
        if (scope != Scope.Own && !claim.Subject.IsCore && entry.Term is not ("我国" or "我省")
            && !(scope == Scope.Other && IsForeignPower(entry.Term) && LeadsClause(tokens, claim.Place)))
        {
            return (Scope.Own, NamesRank(context, claim.Place) ? null : place, own);
        }
        return (scope, place, scope switch
        {
            Scope.Own => own,
            Scope.Nation => "000000",
            Scope.Province when own is not null => string.Concat(own.AsSpan(0, 2), "0000"),
            _ => null,
        });
    }

    // 在全国率先建设8个集群, 全国首个, 全国性赛事: among whom, not whose.
    private static bool NamesRank(BindingContext context, int place) =>
        context.Text[context.Tokens[place].End..context.Sentence.End] is ['率', '先', ..] or ['首' or '性' or '最' or '唯', ..] or ['领', '先', ..]
            or ['前', '列', ..] or ['百', '强', ..] or ['各', '地', ..];

    // 占全省的15.2%, 汇聚全国1/7的企业: the place is the total.
    private static bool IsTotal(Pieces<Token> tokens, in Claim claim)
    {
        if (claim.Place + 2 == claim.Token) return tokens[claim.Place + 1].Is(Role.Of);
        return claim.Place + 1 == claim.Token && claim.Place > 0 && claim.Source == SubjectSource.Behind
            && tokens[claim.Place - 1].Kind is TokenKind.Text or TokenKind.Word;
    }

    /// <summary>
    /// Token of the foreign country that owns the number, or −1. 英国1937年的年产量是863万吨,到1957年也不过…;而我国…: a country at the head of a
    /// clause owns what follows, until another place is named.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Abroad(BindingContext context, in Claim claim) => context.Says(Role.Abroad) ? AbroadBefore(context, claim) : -1;

    private static int AbroadBefore(BindingContext context, in Claim claim)
    {
        var tokens = context.Sentence.Tokens;
        for (var i = claim.Token - 1; i >= 0; i--)
        {
            // (苏联的铸铁废品率为5%),报废的生铁达二万吨: an aside ends with its bracket.
            if (tokens[i].IsMark(')')) return -1;
            if (!tokens[i].Is(Role.Place)) continue;
            // 泰国接待外国游客: not whose.
            if (!tokens[i].Is(Role.Abroad) && context.TextOf(i) is "外国" or "国外" or "海外") continue;
            if (!tokens[i].Is(Role.Abroad)) return -1;
            // 英国进出口增长5%: trade with it is the speaker's.
            if (claim.Subject.Term is { } term && term.Indicator.Code.StartsWith("trade.", StringComparison.Ordinal)) return -1;
            if (i > 0 && !OpensClause(context, i - 1) && !LeadsClause(tokens, i)) return -1;
            var next = tokens[i + 1];
            // 日本投资企业320家 are firms here.
            if (next.Is(Role.Indicator) && (claim.Subject.Term is null || claim.Subject.Start != next.Start)) return -1;
            return next.Kind == TokenKind.Time || next.Is(Role.Of | Role.Indicator | Role.Share) || context.TextOf(i + 1) is "一般"
                || context.Text[next.Start] is '在' or '早' or '从' or '也' or '只' or '已' or '共' or '第' || IsOfEconomy(context, i, claim) ? i : -1;
        }

        return -1;
    }

    // 美国个人消费支出价格指数上涨4.2%,失业率为3.5%; 日本央行将增长预期下调至1.4%; but 美国客商投资的企业增长5% are firms here.
    private static bool IsOfEconomy(BindingContext context, int country, in Claim claim)
    {
        if (claim.Unit is not ("%" or "pp")) return false;
        var tokens = context.Sentence.Tokens;
        // 日本、荷兰等13个国家.
        if ((country > 0 && tokens[country - 1].IsMark('、')) || tokens[country + 1].IsMark('、') || context.Text[tokens[country].End] == '等')
            return false;
        var end = country + 1;
        while (end < claim.Token && !Boundaries.IsClauseMark(tokens[end])) end++;
        return !Guests.IsIn(context.TextOf(country + 1, end));
    }

    private static bool OpensClause(BindingContext context, int before) =>
        context.Sentence.Tokens[before].Kind == TokenKind.Mark || context.Sentence.Tokens[before].Is(Role.Adverb)
        || context.TextOf(before) is "而" or "如" or "象" or "像" or "但";

    // 我市, 我县: the sentence sets the speaker's place against another.
    private static bool SpeaksOfOwn(BindingContext context)
    {
        foreach (var token in context.Sentence.Tokens)
            if (token.Entry is { Scope: Scope.Own } entry && entry.Is(Role.Place) && entry.RegionCode is null && entry.Term[0] == '我') return true;
        return false;
    }

    private static bool IsAutonomous(string? code) => code is not null && code.AsSpan(0, 2) is "15" or "45" or "54" or "64" or "65";

    // From 对 to the partners that it leads to, in tokens.
    private const int Reach = 8;

    private static bool Owns(BindingContext context, in Claim claim)
    {
        var tokens = context.Sentence.Tokens;
        var place = tokens[claim.Place].Entry!;
        // 对东盟、欧盟、美国出口: the word before the list is said of all its members.
        var first = claim.Place;
        while (first > 1 && tokens[first - 2].Is(Role.Place) && Joins(tokens, first - 1)) first -= 2;
        if (first > 0 && IsPartner(context, first - 1, place.Scope == Scope.Other)) return false;
        // 苏联帮助设计的150个建设单位.
        if (place.RegionCode is null && TellsDeed(context, tokens[claim.Place + 1])) return false;
        // 对前三大贸易伙伴东盟、欧盟分别进出口.
        for (var i = first - 1; i >= 0 && i > first - Reach && place.Scope == Scope.Other && !Boundaries.IsClauseMark(tokens[i]); i--)
            if (tokens[i].Length == 1 && context.Text[tokens[i].Start] is '对' or '向' or '从' or '与') return false;
        for (var i = claim.Place + 1; i < claim.Token; i++)
        {
            if (tokens[i].Is(Role.Indicator) || tokens[i].Kind == TokenKind.Mark) return true;
            if (tokens[i].Kind == TokenKind.Text && tokens[i].Length > 1) return false;
        }

        return true;
    }

    // 、, or 和 behind a place that is not the nation.
    private static bool Joins(Pieces<Token> tokens, int at) =>
        tokens[at].IsMark('、') || (tokens[at].Is(Role.And) && tokens[at - 1].Entry!.Scope != Scope.Nation);

    // 引进上海企业, 对美国出口, 为苏联生产, 与东盟: the word before the place makes it the other party to a deed.
    private static bool IsPartner(BindingContext context, int at, bool isForeign)
    {
        ref readonly var before = ref context.Sentence.Tokens[at];
        if (before.Is(Role.Action)) return true;
        if ((before.Kind == TokenKind.Text || before.Roles == Role.Unit) && context.Text[before.End - 1] is '对' or '向' or '从' or '与') return true;
        if (!isForeign) return false;
        return before.Is(Role.And) || (before.Length == 1 && context.Text[before.Start] is '为' or '给');
    }

    private static bool TellsDeed(BindingContext context, in Token verb) =>
        verb.Is(Role.Action) || context.Text[verb.Start..] is ['帮' or '援', '助', ..] or ['设', '计', ..];

    // A foreign country by its name, or a union of countries (欧盟), which the countries of the context leave out.
    private static bool IsForeignPower(string name) =>
        name is "日本" or "印度" or "欧盟" or "欧洲" or "东盟" or "俄罗斯" or "苏联" || (name[^1] == '国' && !name.StartsWith('全'));

    // 全球动力电池装车量达133吉瓦时; but what is counted at 世界技能大赛 is here.
    private static bool IsOfWorld(BindingContext context, in Claim claim) =>
        context.TextOf(claim.Place) is "全球" or "世界" or "全世界" && claim.Measure is not (Measure.Share or Measure.Gap)
        && claim.Unit is not ("item" or "person" or "household") && claim.Subject.Start <= context.Tokens[claim.Place].End
        && LeadsClause(context.Tokens, claim.Place);

    private static bool LeadsClause(Pieces<Token> tokens, int place)
    {
        var i = place - 1;
        while (i >= 0 && (tokens[i].Kind == TokenKind.Time || tokens[i].Is(Role.Adverb))) i--;
        return i < 0 || tokens[i].Kind == TokenKind.Mark;
    }

    // Whether the division of the first code lies in that of the second: 370100 in 370000.
    private static bool Inside(string inner, string outer)
    {
        var prefix = outer.AsSpan().TrimEnd('0');
        if (prefix.Length % 2 == 1) prefix = outer.AsSpan(0, prefix.Length + 1);
        return inner.AsSpan().StartsWith(prefix);
    }
}
