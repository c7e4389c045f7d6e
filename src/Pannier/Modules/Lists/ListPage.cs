using Microsoft.AspNetCore.Components;
using Pannier.Core;
using Pannier.Mail;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Lists;

/// <summary>One page of a list.</summary>
/// <param name="Count">Rows on this page.</param>
/// <param name="Total">Messages in the whole list, as far as accounts answered.</param>
/// <param name="Search">What was searched for; null for a plain list.</param>
/// <param name="Older">The next page; null on the last.</param>
/// <param name="Newest">The first page; null when this is it.</param>
public sealed record ListPage(
    Scope Scope,
    Said Name,
    string? Search,
    IReadOnlyList<DayGroup> Days,
    int Count,
    int Total,
    int Accounts,
    LocalUrl? Older,
    LocalUrl? Newest,
    IReadOnlyList<SilentAccount> Silent,
    IReadOnlyList<RenderFragment> Tools) : ITitled
{
    public Said Title => Name;

    /// <summary>This page's own address, to come back to after an action.</summary>
    public LocalUrl SelfUrl => ListUrl.Of(Scope, Search, null);

    /// <summary>The role of the mailbox all of them are in; none when they are of several.</summary>
    public MailboxRole Role { get; init; }

    /// <summary>Accounts whose older mail is still being read in.</summary>
    public IReadOnlyList<FillingAccount> Filling { get; init; } = [];

    public bool IsDrafts => Scope is Scope.Combined { View: CombinedView.Drafts };
}
