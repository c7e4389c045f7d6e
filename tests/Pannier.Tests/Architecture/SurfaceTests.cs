using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;
using Pannier.Core.Users;
using Pannier.Tests.Support;

namespace Pannier.Tests.Architecture;

/// <summary>The list of what a browser may send. When it grows, the commit says why the browser needs it.</summary>
public sealed class SurfaceTests
{
    [Fact]
    public void What_a_browser_may_send_is_what_was_approved()
    {
        var lines = Routes().Select(route => $"{route.Method,-5}{route.Path,-42}{route.Level,-14}{route.Answer,-8}{(route.Role == Role.Administrator ? "admin" : ""),-6}{route.Module,-11}{route.Surface}".TrimEnd());

        Golden.Match(string.Join('\n', lines) + "\n", "../../../docs/surface.txt");
    }

    [Fact]
    public void No_two_routes_answer_the_same() =>
        Assert.Equal(Routes().Count, Routes().DistinctBy(route => (route.Method, route.Path)).Count());

    [Fact]
    public void What_changes_anything_is_a_post_and_what_is_open_to_all_is_the_door()
    {
        Assert.All(Routes(), route => Assert.True(route.Method is "GET" or "POST", route.Path));
        Assert.Equal(["security", "sign-in"], Routes().Where(route => route.Level < SignInLevel.Full).Select(route => route.Module).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_what_a_provider_sends_or_sends_the_browser_back_with_takes_fields_it_does_not_know()
    {
        Assert.Equal([("GET", "/accounts/sign-in/return"), ("POST", "/sign-in/provider/sign-out"), ("GET", "/sign-in/return")], Routes().Where(route => route.IsCallBack).Select(route => (route.Method, route.Path)));
        Assert.DoesNotContain(Routes(), route => !route.IsCallBack && route.Surface.Contains('*', StringComparison.Ordinal));
    }

    private static List<ModuleRoute> Routes()
    {
        var routes = new List<ModuleRoute>();
        foreach (var module in ModuleList.All) module.Register(new ModuleBuilder(module.Name, new ServiceCollection(), routes));
        return [.. routes.OrderBy(route => route.Path, StringComparer.Ordinal).ThenBy(route => route.Method, StringComparer.Ordinal)];
    }
}
