using Pannier.Core;
using Pannier.Mail;

namespace Pannier.Modules.Lists;

/// <summary>Where the person's own views are made and kept.</summary>
public static class ViewUrl
{
    public static LocalUrl All { get; } = LocalUrl.Of("/views");

    public static LocalUrl Edit(ViewId view) => LocalUrl.Of($"/views/{view}");

    public static LocalUrl Remove(ViewId view) => LocalUrl.Of($"/views/{view}/remove");

    /// <summary>A new view that begins as this list.</summary>
    public static LocalUrl Keep(ListSpec list) => LocalUrl.Of($"/views/new?{string.Join('&', list.Parts().Prepend($"in={list.Scope}"))}");
}
