namespace Pannier.Mail.Mirror;

/// <summary>Lets one at a time do something that waits in between; who comes next goes on where it waits, on no other thread's back.</summary>
internal sealed class Turn
{
    private readonly Bell _free = new();
    private int _taken;

    public async Task TakeAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var place = _free.Place();
            if (Interlocked.Exchange(ref _taken, 1) == 0) return;
            await _free.WaitAsync(place, cancellation);
        }
    }

    public void GiveBack()
    {
        Interlocked.Exchange(ref _taken, 0);
        _free.Ring();
    }
}
