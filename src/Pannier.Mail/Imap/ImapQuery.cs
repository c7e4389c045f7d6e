using MailKit.Search;

namespace Pannier.Mail.Imap;

/// <summary>Search terms as a SEARCH command's keys; MailKit sends their texts as UTF-8, quoted or as literals.</summary>
internal static class ImapQuery
{
    public static SearchQuery Of(SearchTerms terms, StoreFeatures features)
    {
        var query = SearchQuery.All;
        void Also(SearchQuery more) => query = query == SearchQuery.All ? more : query.And(more);

        foreach (var word in terms.Text) Also(ImapTree.Anywhere(word, features));
        if (terms.From is { } from) Also(SearchQuery.FromContains(from));
        if (terms.Subject is { } subject) Also(SearchQuery.SubjectContains(subject));
        if (terms.Body is { } body) Also(SearchQuery.BodyContains(body));
        if (terms.MessageId is { } id) Also(SearchQuery.HeaderContains("Message-ID", $"<{id}>"));
        if (ImapFlags.Flags(terms.With) is not MailKit.MessageFlags.None and var with) Also(SearchQuery.HasFlags(with));
        if (ImapFlags.Flags(terms.Without) is not MailKit.MessageFlags.None and var without) Also(SearchQuery.NotFlags(without));
        foreach (var name in ImapFlags.Names(terms.With)) Also(SearchQuery.HasKeyword(name));
        foreach (var name in ImapFlags.AllNames(terms.Without)) Also(SearchQuery.NotKeyword(name));
        if (terms.Matching is { IsEverything: false } tree) Also(ImapTree.Of(tree, features));
        return query;
    }
}
