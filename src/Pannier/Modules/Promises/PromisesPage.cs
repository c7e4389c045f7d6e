using Pannier.Core;
using Pannier.Core.Http;

namespace Pannier.Modules.Promises;

/// <summary>One tab of promises.</summary>
public sealed record PromisesPage(PromiseTab Tab, IReadOnlyList<Promise> Promises) : ITitled
{
    public Said Title => Said.Of("promises.title");

    public static LocalUrl Url(PromiseTab tab) => LocalUrl.Of("/security?tab=" + Choice.Name(tab));
}
