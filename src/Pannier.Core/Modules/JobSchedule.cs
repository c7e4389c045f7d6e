namespace Pannier.Core.Modules;

/// <summary>A job a module asked to run, and how often.</summary>
internal sealed record JobSchedule(string Name, TimeSpan Every, Func<IServiceProvider, CancellationToken, Task> RunAsync);
