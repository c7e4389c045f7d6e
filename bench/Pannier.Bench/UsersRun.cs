using System.Diagnostics;
using System.Globalization;
using Pannier.Tests.Support;

namespace Pannier.Bench;

/// <summary>Many people signed in at once, each with two accounts at the demo provider and a page open: what they cost when nothing happens, and how fast lists are. It asserts nothing about times.</summary>
internal static class UsersRun
{
    private const int Accounts = 2;
    private const int Messages = 500;
    private const int AtOnce = 16;
    private const int Registered = 50;
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(60);

    public static async Task RunAsync(int people)
    {
        RowsRun.Say("filling the provider");
        using var data = new TempDirectory();
        await using var demo = await DemoProcess.StartAsync(people * Accounts, Messages);
        Console.WriteLine(Machine.Describe());
        Console.WriteLine($"\n{people:N0} people, {Accounts} accounts each of {Messages} messages, {people * Accounts * Messages:N0} in all.\n\n| measure | value |\n|---|--:|");
        var cookies = await FirstVisitAsync(demo, data, people);
        await SecondVisitAsync(demo, data, cookies);
    }

    /// <summary>Registers everybody, reads in their mail and ends the product, which keeps it sealed.</summary>
    private static async Task<IReadOnlyList<string>> FirstVisitAsync(DemoProcess demo, TempDirectory data, int people)
    {
        await using var site = await SiteProcess.StartAsync(demo.AuthorityFile, [demo.ImapPort], data);
        Print("memory of the product at rest", $"{await site.MemoryAsync():0} MiB");
        var cookies = new List<string>();
        var since = Stopwatch.GetTimestamp();
        while (cookies.Count < people)
        {
            RowsRun.Say($"registering, {cookies.Count} there");
            var come = await site.CrowdAsync(cookies.Count, Math.Min(Registered, people - cookies.Count), Accounts);
            cookies.AddRange(come);
            await OpenAsync(site, come);
        }

        Print("registering and first list of everybody, one a core at a time (Argon2id)", $"{Stopwatch.GetElapsedTime(since).TotalSeconds:0} s");
        Print("until all mail was read in, attachment marks too", await SettledAsync(site, people, since));
        RowsRun.Say("ending the product");
        return cookies;
    }

    private static async Task SecondVisitAsync(DemoProcess demo, TempDirectory data, IReadOnlyList<string> cookies)
    {
        RowsRun.Say("starting it again");
        await using var site = await SiteProcess.StartAsync(demo.AuthorityFile, [demo.ImapPort], data);
        var since = Stopwatch.GetTimestamp();
        var visitors = await OpenAsync(site, cookies);
        Print("after a start anew, until everybody had a first list, out of the kept mirrors", $"{Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s");
        Print("until all was looked at and watched", await SettledAsync(site, cookies.Count, since));
        var events = await Task.WhenAll(visitors.Select(visitor => visitor.EventsAsync()));
        var listening = events.Select(line => line.DrainAsync()).ToList();
        await SteadyAsync(demo, site, visitors);
        foreach (var line in events) await line.DisposeAsync();
        await Task.WhenAll(listening.Select(async one => await one.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing)));
        foreach (var visitor in visitors) visitor.Dispose();
        RowsRun.Say("ending");
    }

    private static async Task SteadyAsync(DemoProcess demo, SiteProcess site, IReadOnlyList<Visitor> visitors)
    {
        using var own = Process.GetCurrentProcess();
        Print("memory of the product", $"{await site.MemoryAsync():0} MiB");
        var connections = site.Connections();
        Print("IMAP connections to the one host", $"{connections}, {connections / (double)(visitors.Count * Accounts):0.00} an account");
        RowsRun.Say("nothing happens");
        var cpu = new Cpu(site.Process, demo.Process, own);
        await Task.Delay(Quiet);
        Print($"CPU while everybody has a page open and nothing happens, {Quiet.TotalSeconds:0} s, of one core", Shares(cpu));
        var load = File.ReadAllText("/proc/loadavg").Split(' ')[0];
        var crowd = new Crowd(visitors);
        await crowd.RunAsync(TimeSpan.FromSeconds(10)); // compiled before it is measured
        RowsRun.Say("lists");
        crowd = new Crowd(visitors);
        cpu = new Cpu(site.Process, demo.Process, own);
        await crowd.RunAsync(Quiet);
        Print($"CPU with a list every {Crowd.Every.TotalSeconds:0} s of each, {visitors.Count / Crowd.Every.TotalSeconds:0.#} a second", Shares(cpu));
        Print("lists as fragments (inbox, unread, next page), target p99 100 ms", Shown(crowd.Fragments));
        Print("whole list pages", Shown(crowd.Pages));
        Print("lists that failed", $"{crowd.Failed}");
        Print("the load generator was late by", Shown(crowd.Late));
        Print("load of the machine before the lists", load);
        Print("memory of the product after", $"{await site.MemoryAsync():0} MiB");
    }

    /// <summary>The first list of each, some at once.</summary>
    private static async Task<IReadOnlyList<Visitor>> OpenAsync(SiteProcess site, IReadOnlyList<string> cookies)
    {
        var visitors = cookies.Select(cookie => new Visitor(site.Port, cookie)).ToList();
        await Parallel.ForEachAsync(visitors, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (visitor, _) => await visitor.ListAsync());
        return visitors;
    }

    private static async Task<string> SettledAsync(SiteProcess site, int people, long since)
    {
        Held held;
        while ((held = await site.HeldAsync()).Settled < people * Accounts || held.Current < people * Accounts || held.Messages < people * Accounts * Messages)
        {
            RowsRun.Say($"settled {held.Settled} of {people * Accounts} accounts, {held.Messages:N0} messages");
            if (Stopwatch.GetElapsedTime(since) > Settling) return $"not in {Settling.TotalMinutes:0} minutes: {held.Settled} of {people * Accounts} accounts";
            await Task.Delay(TimeSpan.FromSeconds(people >= 500 ? 5 : 1));
        }

        return $"{Stopwatch.GetElapsedTime(since).TotalSeconds:0} s";
    }

    private static string Shares(Cpu cpu) => cpu.Taken() is [var product, var provider, var generator] ? $"product {product:0.0} %, provider {provider:0.0} %, load generator {generator:0.0} %" : "";

    private static string Shown(Times times) => string.Create(CultureInfo.InvariantCulture, $"p50 {times.P50:0.0} ms, p99 {times.P99:0.0} ms, {times.Count} samples");

    private static void Print(string measure, string value) => Console.WriteLine($"| {measure} | {value} |");
}
