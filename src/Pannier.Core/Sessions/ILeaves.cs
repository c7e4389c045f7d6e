namespace Pannier.Core.Sessions;

/// <summary>Something attached to a <see cref="Person"/> that has to finish while the keys are still there.</summary>
public interface ILeaves
{
    /// <summary>Finishes; called once, before the keys are wiped.</summary>
    /// <param name="limit">Ends when the keys go, finished or not.</param>
    Task LeaveAsync(CancellationToken limit);
}
