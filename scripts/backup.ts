console.log('backup')
