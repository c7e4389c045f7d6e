using Microsoft.AspNetCore.Components;
using Pannier.Core;
using Pannier.Core.Settings;
using Pannier.Core.Views;
using Pannier.Mail;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Lists;

/// <summary>One page of a list.</summary>
/// <param name="Count">Rows on this page.</param>
/// <param name="Total">Messages in the whole list, as far as accounts answered.</param>
/// <param name="Older">The next page; null on the last.</param>
/// <param name="Newer">The page before; null on the first.</param>
public sealed record ListPage(
    ListSpec List,
    Said Name,
    IReadOnlyList<DayGroup> Days,
    int Count,
    int Total,
    int Accounts,
    LocalUrl? Older,
    LocalUrl? Newer,
    IReadOnlyList<SilentAccount> Silent,
    IReadOnlyList<RenderFragment> Tools) : ITitled, ISearched
{
    public Said Title => Name;

    public Scope Scope => List.Scope;

    /// <summary>What was searched for; null for a plain list.</summary>
    public string? Search => List.Search;

    /// <summary>Its first page, to come back to after an action.</summary>
    public LocalUrl SelfUrl => ListUrl.Of(List);

    /// <summary>The role of the mailbox all of them are in; none when they are of several.</summary>
    public MailboxRole Role { get; init; }

    /// <summary>Accounts whose older mail is still being read in.</summary>
    public IReadOnlyList<FillingAccount> Filling { get; init; } = [];

    /// <summary>How far the servers are with the search; null where they are not asked.</summary>
    public ServerSearch? Servers { get; init; }

    /// <summary>What servers did not let the person do.</summary>
    public IReadOnlyList<Said> Troubles { get; init; } = [];

    /// <summary>What of the search says nothing.</summary>
    public IReadOnlyList<Said> Mistakes { get; init; } = [];

    /// <summary>Ways to see less of it, or in another order.</summary>
    public ListMenu Menu { get; init; } = ListMenu.Empty;

    /// <summary>What one row stands for.</summary>
    public Grouping Grouping { get; init; }

    /// <summary>This very page of it.</summary>
    public LocalUrl HereUrl { get; init; } = LocalUrl.Home;

    /// <summary>Where an opened message stands.</summary>
    public ReadingPane Pane { get; init; } = ReadingPane.Off;

    public ListPart Part { get; init; }

    /// <summary>The message that is open beside it; null for none.</summary>
    public MessageKey? Open { get; init; }

    /// <summary>Where an act on rows leads back to: the message that is open, else the list.</summary>
    public LocalUrl NextUrl => Open is { } open ? MessageUrl.Of(open, List) : SelfUrl;

    public bool IsDrafts => Scope is Scope.Combined { View: CombinedView.Drafts };
}
