namespace Pannier.Core.Modules;

/// <summary>What another machine asked for was done. It is told no more than that.</summary>
public sealed record MachineDone;
